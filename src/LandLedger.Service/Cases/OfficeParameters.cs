using LandLedger.Formats.Papers;
using LandLedger.Service.Http;

namespace LandLedger.Service.Cases;

/// <summary>What the office gives to a paper by the request; the rest is as the service was started with.</summary>
internal static class OfficeParameters
{
    private static readonly Parameter<string?> Authority = Text("authority");
    private static readonly Parameter<string?> Contact = Text("contact");
    private static readonly Parameter<string?> Phone = Text("phone");
    private static readonly Parameter<string?> Address = Text("address");
    private static readonly Parameter<string?> HolderAddress = Text("holderAddress");
    private static readonly Parameter<string?> HearingPlace = Text("hearingPlace");
    private static readonly Parameter<string?> ReconsiderationBody = Text("reconsiderationBody");
    private static readonly Parameter<string?> Court = Text("court");
    private static readonly Parameter<string?> PaymentWay = Text("paymentWay");

    private static readonly Parameter<DateOnly?> Deadline = new("deadline", Reading.Day, null, Reading.DaySchema);

    private static readonly Parameter<string?> TalkTime = Text("talkTime");
    private static readonly Parameter<string?> TalkPlace = Text("talkPlace");
    private static readonly Parameter<string?> TalkHost = Text("talkHost");
    private static readonly Parameter<string?> TalkRecorder = Text("talkRecorder");

    public static IReadOnlyList<Parameter> All { get; } =
    [
        Authority,
        Contact,
        Phone,
        Address,
        HolderAddress,
        HearingPlace,
        ReconsiderationBody,
        Court,
        PaymentWay,
        Deadline,
        TalkTime,
        TalkPlace,
        TalkHost,
        TalkRecorder,
    ];

    /// <summary>The office of a request; null, and the parameter that has to be there, where nobody says who signs.</summary>
    public static (PaperOffice? Office, Parameter? Missing) Of(Query query, PaperOffice? known)
    {
        if ((query.Of(Authority) ?? known?.Authority) is not { } authority)
            return (null, Authority);
        return (
            new()
            {
                Authority = authority,
                Contact = query.Of(Contact) ?? known?.Contact,
                Phone = query.Of(Phone) ?? known?.Phone,
                Address = query.Of(Address) ?? known?.Address,
                HolderAddress = query.Of(HolderAddress) ?? known?.HolderAddress,
                HearingPlace = query.Of(HearingPlace) ?? known?.HearingPlace,
                ReconsiderationBody = query.Of(ReconsiderationBody) ?? known?.ReconsiderationBody,
                Court = query.Of(Court) ?? known?.Court,
                PaymentWay = query.Of(PaymentWay) ?? known?.PaymentWay,
                Deadline = query.Of(Deadline) ?? known?.Deadline,
                TalkTime = query.Of(TalkTime) ?? known?.TalkTime,
                TalkPlace = query.Of(TalkPlace) ?? known?.TalkPlace,
                TalkHost = query.Of(TalkHost) ?? known?.TalkHost,
                TalkRecorder = query.Of(TalkRecorder) ?? known?.TalkRecorder,
            },
            null
        );
    }

    private static Parameter<string?> Text(string name) =>
        new(name, Reading.Text, null, Reading.TextSchema) { Sentence = "office." + name };
}
