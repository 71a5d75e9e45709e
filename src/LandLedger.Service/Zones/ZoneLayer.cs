using LandLedger.Acreage;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Layers;

namespace LandLedger.Service.Zones;

/// <summary>
/// The zones that plots name as features: plots and mu of each, and as geometry the box of the outlines of its plots. The register
/// knows no borders of zones.
/// </summary>
internal static class ZoneLayer
{
    public const string Id = "zones";

    private static readonly (QueryableProperty Property, Func<ZoneSum, object?> Value)[] Table =
    [
        Row("county", FilterType.Text, zone => zone.Key.County.Length == 0 ? null : zone.Key.County),
        Row("zone", FilterType.Text, zone => zone.Key.Zone),
        Row("plots", FilterType.Integer, zone => (long)zone.Sum.Plots),
        Row("stated_mu", FilterType.Number, zone => Known(zone.Sum.Stated, zone, zone.Sum.WithoutStated), Unit.Mu),
        Row("without_stated", FilterType.Integer, zone => (long)zone.Sum.WithoutStated),
        Row(
            "measured_mu",
            FilterType.Number,
            zone => Known(zone.Sum.Measured, zone, zone.Sum.WithoutMeasured),
            Unit.Mu
        ),
        Row("without_measured", FilterType.Integer, zone => (long)zone.Sum.WithoutMeasured),
        Row("without_outline", FilterType.Integer, zone => (long)zone.WithoutOutline),
    ];

    private static readonly Layer Untitled = new(
        Id,
        Id,
        [
            .. Table.Select(row => row.Property),
            new("geometry", FilterType.Geometry)
            {
                ChineseTitle = Texts.Chinese["column.zone-extent"],
                EnglishTitle = Texts.English["column.zone-extent"],
            },
        ]
    )
    {
        Kind = nameof(WkbKind.Polygon),
    };

    public static Queryables Queryables { get; } = Untitled.Queryables;

    public static Layer Of(Texts texts, Box? extent) =>
        Untitled with
        {
            Title = texts["collection.zones"],
            Extent = extent,
        };

    public static LayerFeature Feature(ZoneSum zone) =>
        new(0, zone.Extent is { } box ? LayerShape.Of(box) : null, [.. Table.Select(row => row.Value(zone))])
        {
            Name = zone.Key.ToString(),
        };

    /// <summary>The value as <see cref="FilterTest{T}"/> takes it.</summary>
    public static object? ValueOf(LayerFeature zone, string name)
    {
        var at = Array.FindIndex(Table, row => row.Property.Name == name);
        if (at < 0)
            return zone.Shape is { } shape ? FilterShape.Of(shape.Wkb) : null;
        return zone.Values[at] switch
        {
            long whole => (double)whole,
            decimal exact => (double)exact,
            var text => text,
        };
    }

    /// <summary>A sum of nothing is unknown.</summary>
    private static decimal? Known(Area mu, ZoneSum zone, int without) => without < zone.Sum.Plots ? mu.Mu : null;

    private static (QueryableProperty, Func<ZoneSum, object?>) Row(
        string name,
        FilterType type,
        Func<ZoneSum, object?> value,
        Unit unit = Unit.None
    ) =>
        (
            new(name, type)
            {
                Unit = unit,
                ChineseTitle = Texts.Chinese["column." + name],
                EnglishTitle = Texts.English["column." + name],
            },
            value
        );
}
