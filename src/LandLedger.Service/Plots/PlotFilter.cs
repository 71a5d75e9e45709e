using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.People;

namespace LandLedger.Service.Plots;

/// <summary>
/// The filter of a request for plots, with zone and classes, which are filters in short: what the store is asked, and what judging
/// must tell of the plots that it finds.
/// </summary>
internal readonly record struct PlotFilter(BoundFilter? Stored, FilterTest<Evaluation>? Class, Problem? Problem)
{
    private const string SetCategory = "set_category";

    public static PlotFilter Of(Query query, Park park)
    {
        var (filter, problem) = AskedFilter.Of(
            query,
            SeenFields.Of(park.Sight.Hidden).Queryables,
            Refusal,
            InShort(query)
        );
        if (filter is null)
            return new(null, null, problem);
        var (stored, left) = filter.Split(PlotQueryables.All);
        return new(stored, left is null ? null : new(left, JudgedQueryables.ValueOf), null);

        FilterError? Refusal(BoundFilter whole) =>
            whole.Split(PlotQueryables.All).Stored is { } stored ? park.Store.Refusal(stored) : null;
    }

    private static IEnumerable<Predicate> InShort(Query query)
    {
        if (query.Of(Parameters.Zone) is { } zone)
            yield return new Comparison(Comparator.Equal, new Property(PlotFields.Zone.Id), new TextValue(zone));
        if (query.Of(Parameters.Category) is { Count: > 0 } classes)
            yield return CountsAs(classes);
    }

    /// <summary>The class that counts is the one that a case set, else the one that the rules give.</summary>
    private static Or CountsAs(IReadOnlyList<Category> classes)
    {
        var (set, given) = (new Property(SetCategory), new Property(Parameters.Category.Name));
        Operands codes = [.. classes.Select(category => new TextValue(Codes.Of(category)))];
        return new Or([new In(set, codes), new And([new IsNull(set), new In(given, codes)])]);
    }
}
