using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LandLedger.Filters;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Layers;

namespace LandLedger.GeoPackage.Layers;

/// <summary>A feature as a row: the id, the values, the geometry; the way in and the way out.</summary>
internal static class LayerRow
{
    private const string WithMilliseconds = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private const string WithMicroseconds = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    private static readonly JsonSerializerOptions PlainText = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Parameters count from 1 in the order of the columns.</summary>
    public static void Bind(Statement statement, LayerFeature feature)
    {
        statement.Bind(1, feature.Id);
        for (var i = 0; i < feature.Values.Count; i++)
            Bind(statement, i + 2, feature.Values[i]);
        if (feature.Shape is { } shape)
            statement.Bind(feature.Values.Count + 2, LayerBlob.Write(shape).AsSpan());
    }

    public static LayerFeature Read(Statement row, IReadOnlyList<QueryableProperty> properties)
    {
        var last = properties.Count - 1;
        var values = new object?[last];
        for (var i = 0; i < last; i++)
            values[i] = row.IsNull(i + 1) ? null : Read(row, i + 1, properties[i].Type);
        return new(row.Int64(0), LayerBlob.Read(row.Blob(last + 1)), values);
    }

    private static void Bind(Statement statement, int parameter, object? value) =>
        _ = value switch
        {
            string text => statement.Bind(parameter, text),
            long whole => statement.Bind(parameter, whole),
            double number => statement.Bind(parameter, number),
            bool flag => statement.Bind(parameter, (bool?)flag),
            DateOnly day => statement.Bind(parameter, (DateOnly?)day),
            DateTime instant => statement.Bind(parameter, Text(instant)),
            string[] list => statement.Bind(parameter, JsonSerializer.Serialize(list, PlainText)),
            _ => statement,
        };

    /// <summary>What another program wrote and is none of the type is unknown.</summary>
    private static object? Read(Statement row, int column, FilterType type) =>
        type switch
        {
            FilterType.Integer => row.Int64(column),
            FilterType.Number => row.Double(column),
            FilterType.Boolean => row.FlagOrNull(column),
            FilterType.Date => row.Date(column),
            FilterType.Timestamp => LayerValue.Instant(row.Text(column)),
            FilterType.List => LayerValue.List(row.Text(column)),
            _ => row.Text(column),
        };

    private static string Text(DateTime instant) =>
        instant.ToString(
            instant.Ticks % TimeSpan.TicksPerMillisecond == 0 ? WithMilliseconds : WithMicroseconds,
            CultureInfo.InvariantCulture
        );
}
