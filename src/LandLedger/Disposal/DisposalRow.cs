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
    /// Whether a finding stands behind the class or a measure of the plot: each met one whose rule leads to the class or to the watch
    /// list; for an undetermined plot each of the deciding class that could not be judged; for a plot in order that is late to start,
    /// the one about the start.
    /// </summary>
    /// <param name="index">Of the finding.</param>
    public bool Decides(int index)
    {
        var rules = Evaluation.Rules.Rules;
        ref readonly var finding = ref Evaluation.Findings.ItemRef(index);
        if (Evaluation.Category == Category.Undetermined)
            return finding.Verdict == Outcome.Undetermined
                && rules[index].Leads is { } leads
                && leads == FirstUndetermined();
        if (finding.Verdict == Outcome.Met)
            return rules[index].Leads is not { } made || made == Evaluation.Category;
        return IsStartOverdue(finding);
    }

    /// <summary>Whether any finding does: nothing is said of most plots in order, or not yet supplied.</summary>
    internal bool HasReason =>
        Evaluation.Category is not (Category.InOrder or Category.NotSupplied or Category.Reserve)
        || (Evaluation.Flags & (PlotFlags.StartOverdue | PlotFlags.Watch)) != PlotFlags.None;

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

    /// <summary>What keeps the plot undetermined, and what the amount of a measure cannot be worked out without.</summary>
    internal string? MissingCodes
    {
        get
        {
            var missing = Evaluation.Missing;
            var measures = Evaluation.Measures;
            for (var i = 0; i < measures.Count; i++)
            {
                if (measures[i].Missing is { } needed && !missing.Contains(needed))
                    missing = [.. missing, needed];
            }
            return missing.Count == 0 ? null : string.Join(',', missing.Select(needed => needed.Id));
        }
    }

    internal string? FlagCodes => Evaluation.Flags == PlotFlags.None ? null : Codes.Of(Evaluation.Flags);
}
