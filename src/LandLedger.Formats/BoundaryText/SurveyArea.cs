using System.Globalization;

namespace LandLedger.Formats.BoundaryText;

/// <summary>
/// The area field of a plot line. It is in hectares by the sheet; where it or the header names another unit, that one holds. Whether
/// the figure fits the boundary is asked on the way into the ledger.
/// </summary>
internal static class SurveyArea
{
    private const decimal SquareMetresPerHectare = 10_000m;

    private static readonly (string Ending, string Unit)[] Endings =
    [
        ("公顷", "ha"),
        ("hm2", "ha"),
        ("hm²", "ha"),
        ("ha", "ha"),
        ("平方米", "m²"),
        ("平米", "m²"),
        ("㎡", "m²"),
        ("m2", "m²"),
        ("m²", "m²"),
        ("亩", "亩"),
    ];

    /// <summary>
    /// Hectares as text; mu with their unit, as a third of a mu has no end in hectares; the text as written where it is no number.
    /// </summary>
    /// <param name="headerUnit">面积单位 of the header, or null.</param>
    public static string? Hectares(string? text, string? headerUnit)
    {
        if (text is null)
            return null;
        var (number, unit) = Split(text);
        unit ??= headerUnit is null ? null : Split(headerUnit).Unit;
        if (
            !decimal.TryParse(
                number,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
            return text;
        return unit switch
        {
            "m²" => (value / SquareMetresPerHectare).ToString("0.################", CultureInfo.InvariantCulture),
            "亩" => number + unit,
            _ => number,
        };
    }

    private static (string Number, string? Unit) Split(string text)
    {
        foreach (var (ending, unit) in Endings)
        {
            if (text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return (text[..^ending.Length].Trim(), unit);
        }
        return (text, null);
    }
}
