using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Layers;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Layers;

/// <summary>A feature from its record, see <see cref="LayerTable.Record"/>.</summary>
internal static class LayerRow
{
    public static LayerFeature Read(Record row, IReadOnlyList<QueryableProperty> properties)
    {
        var last = properties.Count - 1;
        var values = new object?[last];
        for (var i = 0; i < last; i++)
            values[i] = row.IsNull(i + 1) ? null : Read(row, i + 1, properties[i].Type);
        return new(row.Long(0), Shape(row.Bytes(last + 1)), values);
    }

    /// <summary>What no type of ours has, as a day before the year 1, is unknown.</summary>
    private static object? Read(Record row, int column, FilterType type) =>
        type switch
        {
            FilterType.Integer => row.Long(column),
            FilterType.Number => row.Double(column),
            FilterType.Boolean => row.Flag(column),
            FilterType.Date => row.Date(column),
            FilterType.Timestamp => row.Instant(column),
            FilterType.List => LayerValue.List(row.Text(column)),
            _ => row.Text(column),
        };

    private static LayerShape? Shape(ReadOnlySpan<byte> wkb) =>
        WkbBox.OfAny(wkb) is { } box ? new(wkb.ToArray(), box) : null;
}
