using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Rules.Loading;

/// <summary>What a number of law may be at all in its unit, so that a slip of the pen does not become law: <c>data/law/ranges.json</c>.</summary>
/// <param name="Min">Inclusive.</param>
/// <param name="Max">Inclusive.</param>
/// <param name="Whole">Whether only whole numbers will do.</param>
internal sealed record UnitRange(decimal Min, decimal Max, bool Whole = false)
{
    private static readonly Dictionary<string, UnitRange> ByUnit = Load();

    /// <summary>The code of the problem with a value in a unit, or null where there is none.</summary>
    public static string? Problem(decimal value, Unit unit) =>
        !ByUnit.TryGetValue(CodeText.Of(unit), out var range) || range.Holds(value) ? null
        : unit == Unit.Share ? "bad-share"
        : range.Whole ? "bad-period"
        : "out-of-range";

    /// <summary>As it stands in a problem: "1–70".</summary>
    public static string Of(Unit unit) =>
        ByUnit[CodeText.Of(unit)] is var range
            ? string.Create(CultureInfo.InvariantCulture, $"{range.Min}–{range.Max}")
            : "";

    private bool Holds(decimal value) => value >= Min && value <= Max && (!Whole || decimal.IsInteger(value));

    private static Dictionary<string, UnitRange> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("law/ranges.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, UnitRange>>(stream, JsonSerializerOptions.Web)!;
    }
}
