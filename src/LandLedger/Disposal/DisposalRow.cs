using LandLedger.Fields;
using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Disposal;

/// <summary>
/// An evaluation as a line of a list or a feature of a map (处置清单行): nothing of its own, only what
/// <see cref="DisposalColumns"/> read off the evaluation. Sentences come out in the language of the texts.
/// </summary>
public readonly record struct DisposalRow(Evaluation Evaluation, Texts Texts)
{
    public Plot Plot => Evaluation.Plot;

    /// <summary>
    /// The finding that made the class: the first met one whose rule leads to it; for an undetermined plot the first that could
    /// not be judged; else null.
    /// </summary>
    public Finding? Decisive
    {
        get
        {
            var rules = Evaluation.Rules.Rules;
            var undetermined = Evaluation.Category == Category.Undetermined;
            for (var i = 0; i < Evaluation.Findings.Length && i < rules.Count; i++)
            {
                var finding = Evaluation.Findings[i];
                if (undetermined)
                {
                    if (finding.Verdict == Outcome.Undetermined && rules[i].Leads is not null)
                        return finding;
                }
                else if (finding.Verdict == Outcome.Met && rules[i].Leads == Evaluation.Category)
                {
                    return finding;
                }
            }
            return null;
        }
    }

    /// <summary>Days idle up to the as-of day, both the first idle day and the as-of day counted; null unless idle since a known day.</summary>
    public int? IdleDays =>
        Evaluation.IdleSince is { } since && since <= Evaluation.AsOf
            ? Evaluation.AsOf.DayNumber - since.DayNumber + 1
            : null;

    /// <summary>The agreed start in force on the as-of day, by the same supplement that the rules go by, else the contract's.</summary>
    public DateOnly? AgreedStart => AgreedDay.Start(Plot.Grant, Evaluation.AsOf).Day;

    /// <summary>The idle fee that is due now; null while the cause is still to be established or the price is unknown.</summary>
    public Money? IdleFee
    {
        get
        {
            foreach (var measure in Evaluation.Measures)
            {
                if (measure is { Kind: MeasureKind.IdleFee, IfCause: null })
                    return measure.Amount;
            }
            return null;
        }
    }

    /// <summary>Measures open now, or those that a cause still to be established would open (as <c>cause:measure</c>).</summary>
    internal string? MeasureCodes(bool ifCause)
    {
        string? codes = null;
        foreach (var measure in Evaluation.Measures)
        {
            if (measure.IfCause is not null != ifCause)
                continue;
            var code = Codes.Of(measure.Kind);
            if (measure.IfCause is { } cause)
                code = Codes.Of(cause) + ":" + code;
            codes = codes is null ? code : codes + "," + code;
        }
        return codes;
    }

    internal string? MissingCodes =>
        Evaluation.Missing.Count == 0 ? null : string.Join(',', Evaluation.Missing.Select(missing => missing.Id));

    internal string? FlagCodes => Evaluation.Flags == PlotFlags.None ? null : Codes.Of(Evaluation.Flags);
}
