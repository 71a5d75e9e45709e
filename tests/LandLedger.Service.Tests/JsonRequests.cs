using System.Text;
using System.Text.Json.Nodes;

namespace LandLedger.Service.Tests;

/// <summary>Bodies of JSON to a service, and from it.</summary>
internal static class JsonRequests
{
    public static HttpRequestMessage Request(string path, JsonObject body, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static Task<HttpResponseMessage> PostAsync(
        RunningService service,
        string path,
        JsonObject body,
        params (string, string)[] headers
    ) => service.Client.SendAsync(Request(path, body, headers));

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
