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
    private const ulong Asked = 1ul << 63;

    public Plot Plot => Evaluation.Plot;

    /// <summary>
    /// Whether a finding stands behind the class or a measure of the plot: each met one whose rule leads to the class or to the watch
    /// list; for an undetermined plot each of the deciding class that could not be judged; for a plot in order that is late to start,
    /// the one about the start.
    /// </summary>
    /// <param name="index">Of the finding.</param>
    public bool Decides(int index)
    {
        if (Evaluation.Deciding == 0)
            Evaluation.Deciding = Deciding() | Asked;
        return ((Evaluation.Deciding >> index) & 1) != 0;
    }

    private ulong Deciding()
    {
        var findings = Evaluation.Findings.AsSpan();
        var undetermined = Evaluation.Category == Category.Undetermined;
        var first = undetermined ? FirstUndetermined() : null;
        var deciding = 0ul;
        for (var i = 0; i < findings.Length; i++)
        {
            var leads = Evaluation.Rules.Rules[i].Leads;
            var decides =
                undetermined ? findings[i].Verdict == Outcome.Undetermined && leads is not null && leads == first
                : findings[i].Verdict == Outcome.Met ? leads is null || leads == Evaluation.Category
                : IsStartOverdue(findings[i]);
            if (decides)
                deciding |= 1ul << i;
        }
        return deciding;
    }

    /// <summary>In order, but past its start day: what the deadline to begin rests on.</summary>
    internal bool IsStartOverdue(in Finding finding) =>
        Evaluation.Category == Category.InOrder
        && Evaluation.Flags.HasFlag(PlotFlags.StartOverdue)
        && finding.Rule == NotStarted.Rule;

    private Category? FirstUndetermined()
    {
        var rules = Evaluation.Rules.Rules;
        for (var i = 0; i < rules.Count; i++)
        {
            if (Evaluation.Findings[i].Verdict == Outcome.Undetermined && rules[i].Leads is { } leads)
                return leads;
        }
        return null;
    }

    /// <summary>Days idle up to the as-of day, both the first idle day and the as-of day counted; null unless idle since a known day.</summary>
    public int? IdleDays =>
        Evaluation.IdleSince is { } since && since <= Evaluation.AsOf
            ? Evaluation.AsOf.DayNumber - since.DayNumber + 1
            : null;

    /// <summary>The same without days of established delays of the authority or force majeure; null also where a delay leaves it open.</summary>
    public int? NetIdleDays =>
        IdleDays is null ? null : NetDays.Of(Plot.Delays, Evaluation.IdleSince!.Value, Evaluation.AsOf);

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
    internal string? MeasureCodes(bool ifCause) => MeasureCodeList.Of(Evaluation.Measures, ifCause);

    /// <summary>What keeps the plot undetermined, and what the amount of a measure cannot be worked out without.</summary>
    internal string? MissingCodes
    {
        get
        {
            var missing = Evaluation.Missing;
            var measures = Evaluation.Measures;
            for (var i = 0; i < measures.Length; i++)
            {
                if (measures[i].Missing is { } needed && !missing.Contains(needed))
                    missing = [.. missing, needed];
            }
            return missing.Count == 0 ? null : string.Join(',', missing.Select(needed => needed.Id));
        }
    }

    internal string? FlagCodes => Evaluation.Flags == PlotFlags.None ? null : Codes.Of(Evaluation.Flags);
}
