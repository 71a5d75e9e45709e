using LandLedger.Acreage;

namespace LandLedger.Clearance;

/// <summary>What became of a plot of the stock.</summary>
public enum ClearanceOutcome
{
    /// <summary>已办结: a case about it was closed in the year, and none is open.</summary>
    CaseClosed,

    /// <summary>已退出: it is judged to be in order, reserve or not supplied now, and no case about it is open.</summary>
    ClassLeft,

    /// <summary>已不在台账: it has ended, and no case about it was closed; not counted as cleared.</summary>
    Ended,

    /// <summary>办理中: a case about it is open.</summary>
    CaseOpen,

    /// <summary>程序不在手头: a case is open or was closed in the year, and for want of its procedure nobody can tell what it did about the plot.</summary>
    CaseUnread,

    /// <summary>未办理: still of the stock, or undetermined, and without case.</summary>
    Untouched,
}

/// <summary>
/// A part of the stock and what became of it: <c>Stock</c> is always <c>Cleared</c> + <c>Ended</c> + <c>Remaining</c>, in plots and in exact mu.
/// </summary>
/// <param name="Key">The code or name of the part; null where there is none, as of a measure that nobody has chosen.</param>
public sealed record ClearanceLine(
    string? Key,
    AcreageSum Stock,
    AcreageSum Cleared,
    AcreageSum Ended,
    AcreageSum Remaining
)
{
    /// <summary>Which share of the plots is cleared, 0 to 1; null where there is no stock.</summary>
    public decimal? ShareOfPlots => Share(Cleared.Plots, Stock.Plots);

    /// <summary>The same in mu that papers state, of the plots that have such.</summary>
    public decimal? ShareOfStated => Share(Cleared.Stated.Mu, Stock.Stated.Mu);

    /// <summary>The same in measured mu, of the plots that have such.</summary>
    public decimal? ShareOfMeasured => Share(Cleared.Measured.Mu, Stock.Measured.Mu);

    /// <summary>This line with one more plot.</summary>
    internal ClearanceLine With(in AcreageSum sum, ClearanceOutcome outcome) =>
        this with
        {
            Stock = Stock + sum,
            Cleared = IsCleared(outcome) ? Cleared + sum : Cleared,
            Ended = outcome == ClearanceOutcome.Ended ? Ended + sum : Ended,
            Remaining = outcome > ClearanceOutcome.Ended ? Remaining + sum : Remaining,
        };

    internal static bool IsCleared(ClearanceOutcome outcome) =>
        outcome is ClearanceOutcome.CaseClosed or ClearanceOutcome.ClassLeft;

    private static decimal? Share(decimal part, decimal whole) => whole == 0 ? null : part / whole;
}

/// <summary>What is to be cleared by the end of the year (年度目标); what is null is no target.</summary>
/// <param name="Plots">From 1.</param>
/// <param name="Mu">Above 0; by the mu that papers state.</param>
/// <param name="Share">Of the stock, in plots and in stated mu alike; above 0, at most 1.</param>
public sealed record ClearanceTarget(int? Plots, decimal? Mu, decimal? Share)
{
    /// <summary>Whether all that was set is reached.</summary>
    public bool IsReached(ClearanceLine total) =>
        (Plots is not { } plots || total.Cleared.Plots >= plots)
        && (Mu is not { } mu || total.Cleared.Stated.Mu >= mu)
        && (Share is not { } share || (total.ShareOfPlots >= share && total.ShareOfStated >= share));
}
