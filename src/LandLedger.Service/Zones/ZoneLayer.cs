using System.Buffers.Binary;
using LandLedger.Acreage;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Layers;
using NetTopologySuite.IO;

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
        new(0, zone.Extent is { } box ? new(Outline(box), box) : null, [.. Table.Select(row => row.Value(zone))])
        {
            Name = zone.Key.ToString(),
        };

    /// <summary>The value as <see cref="FilterTest{T}"/> takes it.</summary>
    public static object? ValueOf(LayerFeature zone, string name)
    {
        var at = Array.FindIndex(Table, row => row.Property.Name == name);
        if (at < 0)
            return zone.Shape is { } shape ? new WKBReader().Read(shape.Wkb.ToArray()) : null;
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

    /// <summary>A polygon of one ring, counter-clockwise, as WKB.</summary>
    private static byte[] Outline(Box box)
    {
        double[] ring =
        [
            .. (double[])[box.West, box.South, box.East, box.South, box.East, box.North],
            .. (double[])[box.West, box.North, box.West, box.South],
        ];
        var wkb = new byte[13 + (ring.Length * sizeof(double))];
        wkb[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(wkb.AsSpan(1), (uint)WkbKind.Polygon);
        BinaryPrimitives.WriteInt32LittleEndian(wkb.AsSpan(5), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wkb.AsSpan(9), ring.Length / 2);
        for (var i = 0; i < ring.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(wkb.AsSpan(13 + (i * sizeof(double))), ring[i]);
        return wkb;
    }
}
