using LandLedger.Cases;

namespace LandLedger.Formats.Papers;

/// <summary>Who writes, under which number, and when; what the office gives for a talk, a hearing, a payment, an appeal.</summary>
internal static class OfficeFacts
{
    public static IReadOnlyList<PaperFact> All { get; } =
    [
        new("authority", at => Given(at.Office.Authority)),
        new("number", at => at.Free("document", at.Step)),
        new("day", at => at.Day(at.Step.Day)),
        new("contact", at => Given(at.Office.Contact)),
        new("phone", at => Given(at.Office.Phone)),
        new("office-address", at => Given(at.Office.Address)),
        new("hearing-place", at => Given(at.Office.HearingPlace)),
        new("reconsideration-body", at => Given(at.Office.ReconsiderationBody)),
        new("court", at => Given(at.Office.Court)),
        new("payment-way", at => Given(at.Office.PaymentWay)),
        new("deadline", Deadline),
        new("talk-time", at => Given(at.Office.TalkTime)),
        new("talk-place", at => Given(at.Office.TalkPlace)),
        new("talk-host", at => Given(at.Office.TalkHost)),
        new("talk-recorder", at => Given(at.Office.TalkRecorder)),
        new("attendants", at => at.Free("attendants", at.Step)),
        new("promises", at => at.Free("promises", at.Step)),
        new("holder-address", HolderAddress),
    ];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The case has holder and address in one; what the office gives beside must stand in it, as it may be meant for another holder.</summary>
    private static string? HolderAddress(PaperReading at) =>
        (Given(at.Office.HolderAddress), at.Free("address")) switch
        {
            ({ } given, { } recorded) when !recorded.Contains(given, StringComparison.Ordinal) => at.Differs(
                "holder-address",
                given,
                recorded
            ),
            var (given, recorded) => given ?? recorded,
        };

    private static string? Deadline(PaperReading at) =>
        at.Office.Deadline is not { } last ? null
        : last < at.Step.Day ? at.Differs("deadline", at.Day(last), at.Day(at.Step.Day))
        : at.Say("until", ("day", at.Day(last)));
}
