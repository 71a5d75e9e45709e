using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.People;

namespace LandLedger.Service.People;

/// <summary>The filter that is true of the plots of a scope.</summary>
internal static class ScopeFilter
{
    /// <summary>Null for the scope of all plots.</summary>
    public static BoundFilter? Of(Scope scope) =>
        (Among(PlotFields.County, scope.Counties), Among(PlotFields.Zone, scope.Zones)) switch
        {
            (null, null) => null,
            ({ } counties, null) => counties,
            (null, { } zones) => zones,
            ({ } counties, { } zones) => counties.And(zones),
        };

    /// <summary>Plots of which a text is one of these; null for none.</summary>
    public static BoundFilter? Among(Field field, IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
            return null;
        Operands values = [.. texts.Select(text => new TextValue(text))];
        var bound = BoundFilter.Of(new In(new Property(field.Id), values), PlotQueryables.All, PlotQueryables.All.Crs);
        return bound.Value ?? throw new InvalidOperationException($"{field.Id}: {bound.Error}");
    }
}
