using System.Reflection;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Rules.Loading;

namespace LandLedger.Appraisal;

/// <summary>What a figure of a firm may be at all, so that a slip of units is no grade: <c>data/appraisal/limits/figures.json</c>. Zero is always allowed here.</summary>
internal static class FigureLimits
{
    private static readonly UnitRange[] ByFigure = Load();

    public static bool Allows(FirmFigure figure, decimal value)
    {
        var range = ByFigure[(int)figure];
        return value == 0
            || (value > 0 ? value >= range.Min && value <= range.Max : MayBeNegative(figure) && value >= -range.Max);
    }

    private static bool MayBeNegative(FirmFigure figure) =>
        figure is FirmFigure.Tax or FirmFigure.AddedValue or FirmFigure.Revenue;

    private static UnitRange[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("appraisal/limits/figures.json")!;
        var ranges = JsonSerializer.Deserialize<Dictionary<string, UnitRange>>(stream, JsonSerializerOptions.Web)!;
        return [.. Enum.GetValues<FirmFigure>().Select(figure => ranges[CodeText.Of(figure)])];
    }
}
