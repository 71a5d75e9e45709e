using System.Globalization;

namespace LandLedger.Import;

/// <summary>
/// Holds the stated area against the drawn one. Beyond 1 % it is a finding with both figures; a ratio that a mistaken unit would
/// give (公顷 read as 亩, 平方米 read as 亩 …) is refused with the unit that fits.
/// </summary>
internal static class AreaCheck
{
    private const decimal Tolerance = 0.01m;

    private static readonly (decimal Ratio, string Unit)[] UnitMistakes =
    [
        (15m, "公顷"),
        (1 / 15m, "亩"),
        (0.0015m, "平方米"),
        (1 / 0.0015m, "亩"),
        (10_000m, "公顷"),
        (0.0001m, "平方米"),
        (1500m, "平方公里"),
    ];

    /// <summary>Whether two stated areas in mu are the same within the tolerance, as a survey and a contract round differently.</summary>
    public static bool Agree(string one, string other) =>
        decimal.TryParse(one, NumberStyles.Number, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(other, NumberStyles.Number, CultureInfo.InvariantCulture, out var b)
        && Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));

    public static ImportIssue? Find(Plot plot, RawPlace place)
    {
        if (plot.StatedArea is not { Mu: > 0 } stated || plot.Measured is not { Plane.Mu: > 0 } measured)
            return null;
        var ratio = measured.Plane.Mu / stated.Mu;
        if (Math.Abs(ratio - 1) <= Tolerance)
            return null;
        (string, string)[] figures =
        [
            ("value", stated.ToMu(4).ToString(CultureInfo.InvariantCulture)),
            ("measured", measured.Plane.ToMu(4).ToString(CultureInfo.InvariantCulture)),
            ("basis", measured.PlaneCrs),
        ];
        foreach (var (mistaken, unit) in UnitMistakes)
        {
            if (Math.Abs(ratio / mistaken - 1) <= Tolerance)
                return place.Issue("area.unit", Severity.Refuse, [.. figures, ("unit", unit)]) with
                {
                    Field = "stated_mu",
                };
        }
        return place.Issue("area.mismatch", Severity.Warn, figures) with { Field = "stated_mu" };
    }
}
