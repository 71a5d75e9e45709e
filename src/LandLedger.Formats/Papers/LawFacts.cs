using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Formats.Papers;

/// <summary>Periods of law, each with its mark where it was not verified, and what the paper rests on.</summary>
internal static class LawFacts
{
    public static readonly (string Clock, NumberKey Number) Answer = ("answer", LawNumbers.ReplyDays);

    /// <summary>Said last: what the other facts of the paper rest on.</summary>
    public const string Basis = "basis";

    public static IReadOnlyList<PaperFact> All { get; } =
    [
        new("answer-days", at => Period(at, Answer)),
        new("payment-days", at => Period(at, ("payment", LawNumbers.PaymentDays))),
        new("deregistration-days", at => Period(at, ("deregistration", LawNumbers.DeregistrationDays))),
        new("reconsideration-days", at => Period(at, ("reconsideration", LawNumbers.ReconsiderationDays))),
        new("lawsuit-months", at => Period(at, ("lawsuit", LawNumbers.LawsuitMonths))),
        new("hearing-request-days", at => Period(at, ("hearing-request", LawNumbers.HearingRequestDays))),
        new(Basis, BasisOf),
        new("rules", Versions),
    ];

    /// <summary>The length that the clock of the case runs by; where its procedure has none, the number of the package.</summary>
    public static Threshold? Length(PaperReading at, (string Clock, NumberKey Number) period) =>
        at.Case.Procedure.FindClock(period.Clock) is { IsAsked: false } clock
            ? clock.LengthOn(at.Step.Day)
            : at.Rules.On(at.Step.Day).Find(period.Number);

    private static string? Period(PaperReading at, (string Clock, NumberKey Number) period) =>
        Length(at, period) is { } length ? at.Number(length) : null;

    /// <summary>Instrument and article of the step, of what the paper must state, and of all that was cited, each once.</summary>
    private static string? BasisOf(PaperReading at)
    {
        var clauses = at
            .Cited.Select(clause => Sentence.Of(clause, at.Rules, at.Texts))
            .Distinct(StringComparer.Ordinal);
        var text = string.Join(at.Texts["list.semicolon"], clauses);
        return at.Free("basis", at.Step) is { } own
            ? text + at.Texts["list.semicolon"] + at.Say("law-own", ("text", own))
            : text;
    }

    private static string? Versions(PaperReading at) =>
        Named(at) + at.SayOf("calendar", "digest", at.Calendar) + at.SayOf("template", "digest", at.Template);

    private static string Named(PaperReading at) =>
        at.Say(
            "rules",
            ("title", at.Rules.Title[at.Texts.Tag]),
            ("id", at.Rules.Id),
            ("version", at.Rules.Version),
            ("day", at.Day(at.Evaluation.AsOf)),
            ("procedure", at.Case.Procedure.Title[at.Texts.Tag]),
            ("procedureId", at.Case.Procedure.Id),
            ("procedureVersion", at.Case.Procedure.Version)
        );
}
