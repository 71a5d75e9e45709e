using System.Net;
using System.Text;

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
        await Post(service, HttpStatusCode.Created, "/cases", Suspect);
        await Post(service, HttpStatusCode.OK, Steps, Note);
    }

    public static async Task Refuse(RunningService service)
    {
        await Post(service, HttpStatusCode.Conflict, "/cases", Suspect);
        await Post(service, HttpStatusCode.Conflict, Steps, Note.Replace("note", "release", StringComparison.Ordinal));
        await Post(service, HttpStatusCode.PreconditionFailed, Steps, Note, ("If-Match", "\"1-x\""));
        await Post(service, HttpStatusCode.NotFound, "/cases/none/steps", Note);
        foreach (var (path, body) in new[] { ("/cases", Suspect), (Steps, Note) })
        {
            await Post(service, HttpStatusCode.BadRequest, path, "{");
            await Post(service, HttpStatusCode.UnprocessableEntity, path, "{}");
            await Post(service, HttpStatusCode.NotAcceptable, path, body, ("Accept", "image/png"));
            await Post(service, HttpStatusCode.Forbidden, path, body, ("Origin", "https://else.example"));
            await Post(service, HttpStatusCode.RequestEntityTooLarge, path, body + new string(' ', 2 * 1024 * 1024));
            await Send(service, HttpStatusCode.UnsupportedMediaType, path, new StringContent("x"));
        }
    }

    private static Task Post(
        RunningService service,
        HttpStatusCode status,
        string path,
        string body,
        params (string Name, string Value)[] headers
    ) => Send(service, status, path, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    private static async Task Send(
        RunningService service,
        HttpStatusCode status,
        string path,
        HttpContent content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await service.Client.SendAsync(request);
        Assert.True(
            answer.StatusCode == status,
            $"{path}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
        );
    }
}
