using System.Collections.Frozen;
using LandLedger.Fields;
using LandLedger.Filters;

namespace LandLedger.PostGis.Filters;

/// <summary>Where the properties of a collection are in the database. Only what stands here comes into a query.</summary>
internal sealed record FilterTable
{
    /// <summary>The columns of plots, which queries call p.</summary>
    public static FilterTable OfPlots { get; } =
        new()
        {
            Columns = PlotQueryables.All.All.ToFrozenDictionary(
                property => property.Name,
                property => property.Name == PlotQueryables.Geometry ? "p.geom" : "p." + property.Name
            ),
            Blank = PlotFields.County.Id,
            HasAreasOnly = true,
        };

    /// <summary>Property to column, as SQL has it.</summary>
    public required FrozenDictionary<string, string> Columns { get; init; }

    /// <summary>The property whose column says unknown by an empty text, if any.</summary>
    public string? Blank { get; init; }

    /// <summary>Whether all geometries are areas: only of these the server can be asked how they lie to a mixed collection.</summary>
    public bool HasAreasOnly { get; init; }

    /// <summary>Whether columns of several texts are arrays, not texts joined by 、.</summary>
    public bool HasArrays { get; init; }
}
