using System.Globalization;
using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>
/// What an appraisal says of one firm, a sentence each: outcome, indicators, points off and on, veto, prices, what nobody could judge and what is to be
/// verified. Numbers are shown half up to four decimals, money to the fen.
/// </summary>
public static class AppraisalExplanation
{
    private const int Decimals = 4;
    private const string Shown = "0.############################";

    public static IReadOnlyList<string> Of(FirmScore score, AppraisalPackage package, Language language)
    {
        var texts = Texts.In(language);
        List<string> lines = [Outcome(score, package, texts)];
        lines.AddRange(score.Indicators.Select(one => Indicator(one, texts)));
        if (score.Bonus != 0)
            lines.Add(Filled(texts, "appraisal.bonus", ("points", Number(score.Bonus))));
        else if (score.Firm.Bonus is { } granted && score.Group is { MaxBonus: null })
            lines.Add(Filled(texts, "appraisal.bonus-unsaid", ("points", Number(granted))));
        if (score.Deduction != 0)
            lines.Add(
                Filled(
                    texts,
                    "appraisal.deduction",
                    ("count", $"{score.Firm.Sublets}"),
                    ("points", Number(score.Deduction))
                )
            );
        if (score.Veto is { } veto)
            lines.Add(
                Filled(
                    texts,
                    "appraisal.veto",
                    ("event", texts["appraisal.event." + CodeText.Of(veto.Event)]),
                    ("band", $"{score.ByBand}"),
                    ("grade", $"{veto.Grade}")
                )
            );
        lines.AddRange(score.Prices.Select(price => Price(price, texts)));
        lines.AddRange(score.Unjudged.Select(kind => texts["appraisal.unjudged." + CodeText.Of(kind)]));
        if (score.Firm.IsLandMadeUp)
            lines.Add(texts["appraisal.land-made-up"]);
        return lines;
    }

    /// <summary>What came of a firm, in words: the grade, or why there is none.</summary>
    public static string Outcome(FirmScore score, AppraisalPackage package, Texts texts)
    {
        var key = "appraisal.outcome." + CodeText.Of(score.Outcome);
        return Filled(
            texts,
            key,
            ("firm", score.Firm.Name),
            ("code", score.Firm.Code),
            ("group", score.Group is { } group ? Group(group, texts) : ""),
            ("total", score.Total is { } total ? Number(total) : ""),
            ("rank", $"{score.Rank}"),
            ("grade", $"{score.Grade}"),
            ("as", package.ExcludedAs ?? ""),
            ("reason", texts["appraisal.reason." + CodeText.Of(score.Reason)])
        );
    }

    public static string Group(AppraisalGroup group, Texts texts) =>
        group.Sector is { } sector
            ? Filled(texts, "appraisal.group", ("group", group.Title[texts.Tag]), ("sector", sector.Title[texts.Tag]))
            : group.Title[texts.Tag];

    private static string Indicator(IndicatorScore score, Texts texts)
    {
        var kind = CodeText.Of(score.Indicator.Kind);
        var key =
            score.Outcome != ScoreOutcome.Scored ? "appraisal.score." + CodeText.Of(score.Outcome)
            : score.Indicator.Formula.Form == ScoreForm.MinMax ? "appraisal.score.min-max"
            : "appraisal.score." + CodeText.Of(score.Indicator.Formula.Form);
        var line = Filled(
            texts,
            key,
            ("indicator", texts["appraisal.indicator." + kind]),
            ("value", Number(score.Value.Value)),
            ("unit", texts["appraisal.unit." + kind]),
            ("found", Found(score.Value, texts)),
            ("benchmark", Number(score.Basis.Benchmark ?? 0)),
            ("least", Number(score.Basis.Least ?? 0)),
            ("greatest", Number(score.Basis.Greatest ?? 0)),
            ("factor", Number(score.Factor ?? 0)),
            ("weight", Number(score.Indicator.Weight.Value)),
            ("points", Number(score.Points ?? 0)),
            ("policy", score.Policy is { } policy ? texts["appraisal.policy." + CodeText.Of(policy.Answer)] : "")
        );
        if (score.Capped is { } capped && capped != score.Factor)
            line = Filled(texts, "appraisal.capped", ("line", line), ("capped", Number(capped)));
        return score.IsToVerify ? Filled(texts, "appraisal.to-verify", ("line", line)) : line;
    }

    private static string Found(IndicatorValue value, Texts texts) =>
        Filled(
            texts,
            "appraisal.found." + CodeText.Of(value.Outcome),
            ("figure", texts["appraisal.figure." + CodeText.Of(value.Figure)])
        );

    private static string Price(PriceEffect effect, Texts texts)
    {
        var line = Filled(
            texts,
            "appraisal.price." + CodeText.Of(effect.Outcome),
            ("table", effect.Table.Title[texts.Tag]),
            ("carrier", texts["appraisal.carrier." + CodeText.Of(effect.Line.Carrier)]),
            ("rate", Number(effect.Rate ?? 0)),
            ("years", $"{effect.YearsRunning}"),
            ("yuan", (effect.Yuan?.ToYuan() ?? 0).ToString("#,##0.00", CultureInfo.InvariantCulture))
        );
        return effect.Line.Trust.IsToVerify() ? Filled(texts, "appraisal.to-verify", ("line", line)) : line;
    }

    private static string Number(decimal value) =>
        Rounding.HalfUp(value, Decimals).ToString(Shown, CultureInfo.InvariantCulture);

    private static string Filled(Texts texts, string key, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var byPlace = values.ToArray();
        return texts.Fill(key, place => Array.Find(byPlace, one => one.Place == place).Value);
    }
}
