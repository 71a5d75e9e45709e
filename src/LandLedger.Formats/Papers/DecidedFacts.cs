using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Formats.Papers;

/// <summary>What is to be done, how much is to be paid, who approved it and how the holder was heard.</summary>
internal static class DecidedFacts
{
    public static IReadOnlyList<PaperFact> All { get; } =
    [
        new("measure", Measure),
        new("fee-share", at => FeeShare(at) is { } share ? at.Number(share) : null),
        new("amount", Amount),
        new("approval", Approval),
        new("hearing", Hearing),
        new("mortgage", Mortgage),
        new("copy-to", CopyTo),
    ];

    /// <summary>The measure of the plan, which the rules must leave open; with the amount where it is a fee.</summary>
    private static string? Measure(PaperReading at)
    {
        if (MeasureOf(at) is not { } kind)
            return null;
        var open = Open(at, kind);
        if (open is not null)
            at.Cite(open.Clause);
        var name = at.Texts["measure." + Codes.Of(kind)];
        if (kind == MeasureKind.IdleFee)
        {
            if (Amount(at) is not { } amount)
                return null;
            name = at.Say("measure-amount", ("measure", name), ("amount", amount));
        }
        return open is not null || at.Override is not null ? name
            : at.LastThatSays("measure")?.Reason is { } reason
                ? at.Say("measure-reason", ("measure", name), ("reason", reason))
            : at.Differs("measure", name, at.Say("not-open"));
    }

    /// <summary>A procedure whose plan names no measure leads to one alone: the land is taken back.</summary>
    private static MeasureKind? MeasureOf(PaperReading at) =>
        at.Said("measure").Text is { } code ? CodeText.Parse<MeasureKind>(code)
        : at.Case.Procedure.Steps.Any(step => step.Asks.Any(asked => asked.Id == "measure")) ? null
        : MeasureKind.TakeBack;

    /// <summary>A measure that hangs on a cause is open once the case has found that cause.</summary>
    private static Measure? Open(PaperReading at, MeasureKind kind)
    {
        var found = at.Said("delay-kind").Text is { } code
            ? new Delay { Kind = CodeText.Parse<DelayKind>(code) }.Cause
            : (Cause?)null;
        return at.Evaluation.Measures.FirstOrDefault(measure =>
            measure.Kind == kind && (measure.IfCause is null || measure.IfCause == found)
        );
    }

    /// <summary>The amount decided or planned, in figures and capitals; one that price and share do not give is told with theirs, and is at odds with it where the step
    /// gives no reason.</summary>
    private static string? Amount(PaperReading at)
    {
        var share = FeeShare(at);
        var computed = IdleFee.Of(at.Plot, share).Amount;
        if (share is not null)
            at.Cite(share.Source);
        if (at.Said("amount").Number is not { } yuan)
            return computed is { } fee ? at.Money("amount", fee) : null;
        var said = at.Money("amount", Money.FromYuan(yuan));
        if (computed is not { } other || other.Yuan == yuan)
            return said;
        var byPrice = at.Say("fee-computed", ("value", at.Word(Fact.Of(other))));
        return at.Step.Reason is { } reason
            ? at.Say("amount-reason", ("amount", said), ("computed", byPrice), ("reason", reason))
            : at.Differs("amount", said, byPrice);
    }

    private static Threshold? FeeShare(PaperReading at) => at.Rules.On(at.Step.Day).Find(LawNumbers.FeeShare);

    private static string? Approval(PaperReading at)
    {
        var step = at.LastThatSays("approver");
        return step is null || at.Free("document", step) is not { } number
            ? null
            : at.Say(
                "approved",
                ("day", at.Day(step.Day)),
                ("approver", at.Free("approver", step)),
                ("number", number)
            );
    }

    private static string? Hearing(PaperReading at) =>
        at.Taken("hold-hearing") is { } held ? at.SayOf("hearing.held", "day", at.Day(held.Day))
        : at.Taken("waive-hearing") is { } waived ? at.SayOf("hearing.waived", "day", at.Day(waived.Day))
        : at.Taken("lapse-hearing") is not null ? at.Say("hearing.lapsed")
        : null;

    /// <summary>Whether there is a mortgage, and whose: the plan may come before the mortgagee is told.</summary>
    private static string? Mortgage(PaperReading at) =>
        at.Said("mortgaged").Flag switch
        {
            false => at.Say("not-mortgaged"),
            true => at.SayOf("mortgaged", "mortgagee", at.Free("mortgagee") ?? Mortgagees(at)),
            null => null,
        };

    /// <summary>Every mortgagee that the case or the ledger names; null where there is a mortgage of which nobody says whose it is.</summary>
    private static string? CopyTo(PaperReading at)
    {
        var told = at.Free("mortgagee");
        var standing = at.Plot.Charges.Where(charge => charge.StandsOn(at.Step.Day) != false).ToList();
        if (standing.Count == 0 && at.Said("mortgaged").Flag != true)
            return at.Say("copied-to-nobody");
        if (standing.Exists(charge => charge.Mortgagee is null) && told is null)
            return null;
        var named = standing
            .Select(charge => charge.Mortgagee)
            .OfType<string>()
            .Where(name => told?.Contains(name, StringComparison.Ordinal) != true);
        return PaperReading.OrNull(
            string.Join(at.Texts["list.comma"], named.Prepend(told).OfType<string>().Distinct())
        );
    }

    /// <summary>By the mortgages of the ledger that stand on the day of the step; null where one of them names nobody.</summary>
    private static string? Mortgagees(PaperReading at)
    {
        var standing = at.Plot.Charges.Where(charge => charge.StandsOn(at.Step.Day) == true).ToList();
        return standing.Count == 0 || standing.Exists(charge => charge.Mortgagee is null)
            ? null
            : string.Join(at.Texts["list.comma"], standing.Select(charge => charge.Mortgagee).Distinct());
    }
}
