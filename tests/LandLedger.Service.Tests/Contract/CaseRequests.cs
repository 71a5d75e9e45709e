using System.Net;

namespace LandLedger.Service.Tests.Contract;

/// <summary>All that a step can be answered with.</summary>
internal static class CaseRequests
{
    private const string Suspect =
        """{"plot":"CD-034","procedure":"idle","kind":"suspect","day":"2026-06-30","who":"王办","role":"officer","facts":{"suspicion":"未动工"}}""";

    private const string Note = """{"kind":"note","day":"2026-06-30","who":"王办","role":"officer","reason":"巡查"}""";

    public const string Number = "2026-0001";

    private const string Notify =
        """{"kind":"notify","day":"2026-06-30","who":"王办","role":"officer","facts":{"document":"自然资〔2026〕8号","address":"路 1 号","papers-day":"2026-07-20"}}""";

    public const string Notice = $"/cases/{Number}/papers/investigation-notice";

    private static readonly string Steps = $"/cases/{Number}/steps";

    /// <summary>Opens a case with a note and the notice of its investigation.</summary>
    public static async Task Open(RunningService service)
    {
        await Posting.Post(service, HttpStatusCode.Created, "/cases", Suspect);
        await Posting.Post(service, HttpStatusCode.OK, Steps, Note);
        await Posting.Post(service, HttpStatusCode.OK, Steps, Notify);
    }

    public static async Task Refuse(RunningService service)
    {
        using (var unfilled = await service.Client.GetAsync(Notice + "?authority=x"))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unfilled.StatusCode);
        await Posting.Post(service, HttpStatusCode.Conflict, "/cases", Suspect);
        await Posting.Post(
            service,
            HttpStatusCode.Conflict,
            Steps,
            Note.Replace("note", "release", StringComparison.Ordinal)
        );
        await Posting.Post(service, HttpStatusCode.PreconditionFailed, Steps, Note, ("If-Match", "\"1-x\""));
        await Posting.Post(service, HttpStatusCode.NotFound, "/cases/none/steps", Note);
        await Posting.Refuse(service, "/cases", Suspect);
        await Posting.Refuse(service, Steps, Note);
    }
}
