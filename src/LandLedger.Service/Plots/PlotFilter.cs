using System.Text;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.Service.Http;

namespace LandLedger.Service.Plots;

/// <summary>The languages that a filter may be written in; their codes are those of the standard.</summary>
internal enum FilterLang
{
    Cql2Text,
    Cql2Json,
}

/// <summary>
/// The filter of a request, and its zone, which is a filter in short, held against what plots have and what the store can; null where
/// neither is given.
/// </summary>
internal readonly record struct PlotFilter(BoundFilter? Filter, Problem? Problem)
{
    public static PlotFilter Of(Query query, IPlotStore store)
    {
        Predicate? wanted = query.Of(Parameters.Zone) is { } zone
            ? new Comparison(Comparator.Equal, new Property(PlotFields.Zone.Id), new TextValue(zone))
            : null;
        if (query.Of(Parameters.Filter) is { } text)
        {
            var read =
                query.Of(Parameters.FilterLang) == FilterLang.Cql2Json
                    ? FilterJson.Read(Encoding.UTF8.GetBytes(text))
                    : FilterText.Read(text);
            if (!read.IsGood)
                return new(null, Wrong(read.Error));
            wanted = wanted is null ? read.Value : new And([read.Value, wanted]);
        }
        if (wanted is null)
            return default;
        var bound = BoundFilter.Of(wanted, PlotQueryables.All, query.Of(Parameters.FilterCrs).Crs);
        if (!bound.IsGood)
            return new(null, Wrong(bound.Error));
        return store.Refusal(bound.Value) is { } refusal ? new(null, Wrong(refusal)) : new(bound.Value, null);
    }

    private static Problem Wrong(FilterError error) =>
        new("filter-wrong", ("parameter", Parameters.Filter.Name), ("reason", error.Code))
        {
            Sentence = error.In,
            More = json =>
            {
                if (error.Position is { } position)
                    json.WriteNumber("position", position);
                if (error.Pointer is { } pointer)
                    json.WriteString("pointer", pointer);
            },
        };
}
