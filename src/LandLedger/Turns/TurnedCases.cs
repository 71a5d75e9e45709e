using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Turns;

/// <summary>Which classes cases set of the plots of both sides, and the step that changed them.</summary>
internal sealed class TurnedCases(TurnSide from, TurnSide to)
{
    private readonly ParkCases _before = ParkCases.On(from.AsOf, from.Store.Cases);
    private readonly ParkCases _after = ParkCases.On(to.AsOf, to.Store.Cases);

    /// <summary>The class that a case set by the earlier side.</summary>
    public SetCategory? Before(Plot? plot) => plot is null ? null : _before.Of(plot)?.Set;

    /// <summary>The class that a case set by the later side.</summary>
    public SetCategory? After(Plot? plot) => plot is null ? null : _after.Of(plot)?.Set;

    /// <summary>The step that set the later class; where that was set before the earlier one, the step by which the earlier ended: it took it back, or closed the case.</summary>
    public TurnedCase Of(SetCategory? before, SetCategory? after)
    {
        var last = before is null || after?.Entry > before.Entry ? after! : before;
        var filed = FiledCase.Of(to.Store.Cases.Find(last.Case)!);
        var taken = Enumerable
            .Range(1, filed.Entries.Count)
            .First(taken => last == after ? filed.Entries[taken - 1] == last.Entry : !IsSet(filed, taken, last));
        return new(last.Case, filed.Case.Procedure, filed.Case.Steps[taken - 1], filed.Entries[taken - 1]);
    }

    /// <summary>Whether after so many steps the class is set still.</summary>
    private static bool IsSet(FiledCase filed, int taken, SetCategory set)
    {
        if (filed.Entries[taken - 1] <= set.Entry)
            return true;
        var then = Case.Replay(filed.Case.Plot, filed.Case.Procedure, filed.Case.Steps.Take(taken)).Case!;
        return !then.IsClosed && then.Override is not null;
    }
}
