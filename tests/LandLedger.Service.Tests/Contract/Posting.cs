using System.Net;
using System.Text;

namespace LandLedger.Service.Tests.Contract;

/// <summary>Bodies that are sent to be written down, and what each such address refuses.</summary>
internal static class Posting
{
    /// <summary>What every address refuses, whatever it is about.</summary>
    public static async Task Refuse(RunningService service, string path, string body)
    {
        await Post(service, HttpStatusCode.BadRequest, path, "{");
        await Post(service, HttpStatusCode.UnprocessableEntity, path, "{}");
        await Post(service, HttpStatusCode.NotAcceptable, path, body, ("Accept", "image/png"));
        await Post(service, HttpStatusCode.Forbidden, path, body, ("Origin", "https://else.example"));
        await Post(service, HttpStatusCode.RequestEntityTooLarge, path, body + new string(' ', 2 * 1024 * 1024));
        await Send(service, HttpStatusCode.UnsupportedMediaType, path, new StringContent("x"));
    }

    public static Task Post(
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
        // A body that is refused unread is not sent: who writes on to a closed connection may never see the answer.
        request.Headers.ExpectContinue = status == HttpStatusCode.RequestEntityTooLarge;
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await service.Client.SendAsync(request);
        Assert.True(
            answer.StatusCode == status,
            $"{path}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
        );
    }
}
