using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>
/// A reference layer (参考图层): features of one file with geometry, such as plan zones, red lines or roads, beside the plots and
/// touching none. Its properties are named and typed as in the file; its geometries stand in CGCS2000 degrees.
/// </summary>
/// <param name="Name">See <see cref="LayerName"/>.</param>
/// <param name="Properties">In the order of the file, the one geometry last.</param>
public sealed record Layer(string Name, string Title, IReadOnlyList<QueryableProperty> Properties)
{
    /// <summary>More properties than any layer has that people look at; a file beyond is refused.</summary>
    public const int MostProperties = 1_000;

    /// <summary>How many features it has.</summary>
    public long Features { get; init; }

    /// <summary>Null while no feature has a geometry.</summary>
    public Box? Extent { get; init; }

    /// <summary>The kind that all geometries are of (<c>MultiPolygon</c>), or <c>Geometry</c> where they are of several.</summary>
    public string Kind { get; init; } = "Geometry";

    /// <summary>Another number each time that the layer is added; 0 of one that no store has.</summary>
    public long Revision { get; init; }

    public QueryableProperty Geometry => Properties[^1];

    /// <summary>The properties but the geometry.</summary>
    public IEnumerable<QueryableProperty> Values => Properties.Take(Properties.Count - 1);

    /// <summary>What filters of its features may name.</summary>
    public Queryables Queryables => new(Properties, CrsTable.Cgcs2000);
}
