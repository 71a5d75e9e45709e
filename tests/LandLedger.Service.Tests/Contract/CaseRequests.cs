using System.Net;
using System.Security.Cryptography;
using System.Text;
using LandLedger.Cases;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Tests.Cases;

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

    public const string Evidence = $"/cases/{Number}/evidence";

    private static readonly byte[] Image = "photo"u8.ToArray();

    /// <summary>The digest of the file that stands behind a step.</summary>
    public static readonly string Photo = Convert.ToHexStringLower(SHA256.HashData(Image));

    public const string Notice = $"/cases/{Number}/papers/investigation-notice";

    private static readonly string Steps = $"/cases/{Number}/steps";

    /// <summary>Opens a case with a note and the notice of its investigation.</summary>
    public static async Task Open(RunningService service)
    {
        await Posting.Post(service, HttpStatusCode.Created, "/cases", Suspect);
        using (
            var step = new MultipartFormDataContent
            {
                { new StringContent(Note, Encoding.UTF8, "application/json"), "step" },
                { new ByteArrayContent(Image), "files", "现场.jpg" },
            }
        )
        using (var taken = await service.Client.PostAsync(Steps, step))
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await Posting.Post(service, HttpStatusCode.OK, Steps, Notify);
    }

    public static async Task Refuse(RunningService service)
    {
        await Unread(service);
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

    /// <summary>A case of a procedure that the service was not started with, by an older program, which kept no texts.</summary>
    private static async Task Unread(RunningService service)
    {
        var (own, _) = Procedures.Shipped.With([CountyProcedure.File("county.json", "county", "1")]);
        using (var store = GeoPackageStore.Open(service.StorePath, StoreMode.Write, null, own!))
        {
            var step = new CaseStep
            {
                Kind = "start",
                Day = new(2026, 6, 30),
                Who = "王办",
                Role = Role.Officer,
                Facts = new Dictionary<string, Fact> { ["grounds"] = Fact.Of("查") },
            };
            var recording = new StepRecording { At = service.Part<ServiceOptions>().Clock.GetLocalNow(), By = "王办" };
            var key = PlotKey.Of(store.Find("CD-003")[0]);
            var book = new CaseBook(store, HolidayCalendar.Default) { KeepsRules = false };
            Assert.NotNull(book.Open(key, "county", step, recording).Filed);
        }
        foreach (var path in (string[])["", "/allowed", "/papers", "/papers/urging-notice?authority=x"])
        {
            using var answer = await service.Client.GetAsync("/cases/2026-0002" + path);
            Assert.Equal(path.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.Conflict, answer.StatusCode);
        }
        foreach (
            var path in (string[])
                [
                    "/cases",
                    "/cases/due?on=2026-12-31",
                    "/progress?on=2026-06-30",
                    "/plots/CD-003/evaluation?asOf=2026-06-30",
                ]
        )
            await service.GetAsync(path);
    }
}
