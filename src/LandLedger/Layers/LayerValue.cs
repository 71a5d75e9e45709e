using System.Globalization;
using System.Text;
using System.Text.Json;
using LandLedger.Filters;

namespace LandLedger.Layers;

/// <summary>Cells of a file as values of the type that the file gives their column.</summary>
public static class LayerValue
{
    private const NumberStyles Signed = NumberStyles.AllowLeadingSign;

    /// <summary>As <see cref="LayerFeature.Values"/> has it; null for what is none of that type.</summary>
    public static object? Read(FilterType type, string cell) =>
        type switch
        {
            FilterType.Text => cell.Contains('\0', StringComparison.Ordinal) ? null : cell,
            FilterType.Integer => long.TryParse(cell, Signed, CultureInfo.InvariantCulture, out var whole)
                ? whole
                : null,
            FilterType.Number => Number(cell),
            FilterType.Boolean => Flag(cell),
            FilterType.Date => Day(cell),
            FilterType.Timestamp => Instant(cell),
            FilterType.List => List(cell),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    /// <summary>The texts of a JSON array of texts, or null for any other text.</summary>
    public static string[]? List(string json)
    {
        try
        {
            var items = JsonSerializer.Deserialize<string?[]>(json);
            return items is null || items.Contains(null) ? null : [.. items.OfType<string>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Cut to whole microseconds, which every store keeps.</summary>
    public static DateTime? Instant(string text) =>
        InstantText.Read(Encoding.UTF8.GetBytes(text)) is { } ticks
            ? new DateTime(ticks - (ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)
            : null;

    private static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private static bool? Flag(string cell) =>
        cell switch
        {
            "1" or "true" or "T" or "t" or "Y" or "y" => true,
            "0" or "false" or "F" or "f" or "N" or "n" => false,
            _ => null,
        };
}
