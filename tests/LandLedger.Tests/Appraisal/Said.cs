using System.Globalization;
using LandLedger.Appraisal;
using LandLedger.Fields;

namespace LandLedger.Tests.Appraisal;

/// <summary>What an appraisal says of a firm, by the names that cases use; <c>none</c> where there is nothing.</summary>
internal static class Said
{
    /// <param name="name">outcome, reason, group, sum, bonus, deduction, total, rank, by_band, grade, veto, unjudged; PART.INDICATOR; rate.TABLE, yuan.TABLE, price.TABLE, running.TABLE.</param>
    public static object? Of(FirmScore score, string name)
    {
        var parts = name.Split('.');
        if (parts.Length == 1)
            return Of(score, parts[0], name);
        if (parts[0] is "rate" or "yuan" or "price" or "running")
            return Price(score, parts[0], parts[1]);
        var indicator = score.Indicators.Single(one => CodeText.Of(one.Indicator.Kind) == parts[1]);
        return parts[0] switch
        {
            "value" => indicator.Value.Outcome is ValueOutcome.Known or ValueOutcome.Negative
                ? indicator.Value.Value
                : null,
            "found" => CodeText.Of(indicator.Value.Outcome),
            "figure" => CodeText.Of(indicator.Value.Figure),
            "benchmark" => indicator.Basis.Benchmark,
            "factor" => indicator.Factor,
            "capped" => indicator.Capped,
            "points" => indicator.Points,
            "how" => CodeText.Of(indicator.Outcome),
            "policy" => indicator.Policy is { } policy ? CodeText.Of(policy.Answer) : null,
            _ => throw new FormatException($"no part {name}"),
        };
    }

    /// <summary>Numbers agree when they do so at the decimals that are written.</summary>
    public static bool Fits(string expected, object? actual) =>
        actual switch
        {
            null => expected == "none",
            decimal number => CaseFirm.Number(expected) is var wanted
                && wanted == Rounding.HalfUp(number, wanted.Scale),
            _ => expected == Convert.ToString(actual, CultureInfo.InvariantCulture),
        };

    private static object? Of(FirmScore score, string part, string name) =>
        part switch
        {
            "outcome" => CodeText.Of(score.Outcome),
            "reason" => CodeText.Of(score.Reason),
            "group" => score.Group?.Id,
            "sum" => score.Sum,
            "bonus" => score.Bonus,
            "deduction" => score.Deduction,
            "total" => score.Total,
            "rank" => score.Rank,
            "by_band" => score.ByBand,
            "grade" => score.Grade,
            "veto" => score.Veto is { } veto ? CodeText.Of(veto.Event) : null,
            "unjudged" => score.Unjudged.Count == 0 ? null : string.Join(' ', score.Unjudged.Select(CodeText.Of)),
            "land" => score.Firm.Of(FirmFigure.Land),
            _ => throw new FormatException($"no part {name}"),
        };

    private static object? Price(FirmScore score, string part, string table)
    {
        var found = score.Prices.Where(price => price.Table.Id == table).ToList();
        if (found.Count == 0)
            return null;
        var effect = Assert.Single(found);
        return part switch
        {
            "rate" => effect.Rate,
            "yuan" => effect.Yuan?.Yuan,
            "running" => effect.YearsRunning,
            _ => CodeText.Of(effect.Outcome),
        };
    }
}
