using System.Net;

namespace LandLedger.Service.Tests.Contract;

/// <summary>All that a step can be answered with.</summary>
internal static class CaseRequests
{
    private const string Suspect =
        """{"plot":"CD-034","procedure":"idle","kind":"suspect","day":"2026-06-30","who":"王办","role":"officer","facts":{"suspicion":"未动工"}}""";

    private const string Note = """{"kind":"note","day":"2026-06-30","who":"王办","role":"officer","reason":"巡查"}""";

    public const string Number = "2026-0001";

    private static readonly string Steps = $"/cases/{Number}/steps";

    /// <summary>Opens a case with a note.</summary>
    public static async Task Open(RunningService service)
    {
        await Posting.Post(service, HttpStatusCode.Created, "/cases", Suspect);
        await Posting.Post(service, HttpStatusCode.OK, Steps, Note);
    }

    public static async Task Refuse(RunningService service)
    {
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
