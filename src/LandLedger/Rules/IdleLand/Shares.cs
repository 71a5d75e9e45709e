using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>The two shares of art. 2(2), either of which is enough. Investment is without land price and state fees (art. 30).</summary>
internal static class Shares
{
    // Beyond this no real area or sum lies, and products could overflow.
    private const decimal Most = 1e20m;
    private const decimal Least = 0.000001m;

    public static Outcome Judge(Judgement judgement, LawReference clause)
    {
        var progress = judgement.Plot.Progress;
        var developed = Developed(judgement, clause);
        var invested = Of(
            progress.Invested?.Yuan,
            progress.TotalInvestment?.Yuan,
            judgement.Numbers.Find(LawNumbers.InvestedShare),
            clause
        );
        var either = developed.Outcome.Or(invested.Outcome);
        var open = either == Outcome.Undetermined;
        judgement.Note(
            "idle.developed-share",
            developed.Outcome,
            developed.Value,
            developed.Limit,
            developed.Clause,
            open
                ? Missing(developed, PlotFields.DevelopedMu, PlotFields.DevelopableMu, LawNumbers.DevelopedShare)
                : null
        );
        judgement.Note(
            "idle.invested-share",
            invested.Outcome,
            invested.Value,
            invested.Limit,
            invested.Clause,
            open ? Missing(invested, PlotFields.Invested, PlotFields.TotalInvestment, LawNumbers.InvestedShare) : null
        );
        return either;
    }

    /// <summary>Whether less than the share of the law is developed; not noted.</summary>
    public static Outcome JudgeDeveloped(Judgement judgement) => Developed(judgement, judgement.Own).Outcome;

    private static Share Developed(Judgement judgement, LawReference clause) =>
        Of(
            judgement.Plot.Progress.DevelopedArea?.Mu,
            judgement.Plot.Progress.DevelopableArea?.Mu,
            judgement.Numbers.Find(LawNumbers.DevelopedShare),
            clause
        );

    private static Share Of(decimal? part, decimal? whole, Threshold? number, LawReference clause)
    {
        var limit = number is null ? default : Fact.Of(number.Value, Unit.Share);
        var partIsThere = part is >= 0 and < Most;
        var wholeIsThere = whole is > 0 and < Most;
        if (!partIsThere || !wholeIsThere || number is null)
            return new(Outcome.Undetermined, default, limit, !partIsThere, !wholeIsThere, number?.Source ?? clause);
        var share = Fact.Of(Quotient(part!.Value, whole!.Value), Unit.Share);
        return new(Outcomes.Of(number.IsAbove(part.Value, whole.Value)), share, limit, false, false, number.Source);
    }

    /// <summary>More than the whole of next to nothing is all of it at least: the quotient could overflow.</summary>
    private static decimal Quotient(decimal part, decimal whole) =>
        part <= whole || whole >= Least ? part / whole : Math.Max(part / Least, 1);

    private static List<INeeded> Missing(Share share, Field part, Field whole, NumberKey number)
    {
        var missing = new List<INeeded>(2);
        if (share.PartMissing)
            missing.Add(part);
        if (share.WholeMissing)
            missing.Add(whole);
        if (!share.Limit.IsKnown)
            missing.Add(number);
        return missing;
    }

    private readonly record struct Share(
        Outcome Outcome,
        Fact Value,
        Fact Limit,
        bool PartMissing,
        bool WholeMissing,
        LawReference Clause
    );
}
