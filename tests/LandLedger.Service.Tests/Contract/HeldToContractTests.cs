using System.Net;
using System.Net.Http.Headers;

namespace LandLedger.Service.Tests.Contract;

/// <summary>What the other tests rely on: an answer that the document does not have is found.</summary>
public sealed class HeldToContractTests
{
    private const string Document = """
        {"paths":{
          "/thing":{"get":{"operationId":"thing","responses":{
            "200":{"content":{"application/json":{"schema":{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}}}},
            "204":{}}}}}}
        """;

    [Theory]
    [InlineData(HttpStatusCode.OK, "application/json", """{"id":"1"}""")]
    [InlineData(HttpStatusCode.OK, "application/json; charset=utf-8", """{"id":"1"}""")]
    [InlineData(HttpStatusCode.NoContent, null, "")]
    public async Task An_answer_as_documented_holds(HttpStatusCode status, string? type, string body) =>
        Assert.Equal(status, (await AskAsync(status, type, body)).StatusCode);

    [Theory]
    [InlineData(HttpStatusCode.OK, "text/html", """{"id":"1"}""", "type")]
    [InlineData(HttpStatusCode.OK, "text/html", "", "type")]
    [InlineData(HttpStatusCode.OK, null, "", "type")]
    [InlineData(HttpStatusCode.OK, "application/json", "", "0 bytes")]
    [InlineData(HttpStatusCode.OK, "application/json", "{}", "id")]
    [InlineData(HttpStatusCode.NoContent, "application/json", "", "type")]
    [InlineData(HttpStatusCode.NoContent, null, "{}", "2 bytes")]
    [InlineData(HttpStatusCode.NotFound, null, "", "status")]
    public async Task Any_other_answer_is_found(HttpStatusCode status, string? type, string body, string told)
    {
        var fault = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => AskAsync(status, type, body));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpStatusCode status, string? type, string body)
    {
        var document = System.Text.Encoding.UTF8.GetBytes(Document);
        using var client = new HttpClient(new HeldToContract(document, new Answering(status, type, body)));
        return await client.GetAsync(new Uri("http://localhost/thing"), TestContext.Current.CancellationToken);
    }

    private sealed class Answering(HttpStatusCode status, string? type, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
            return Task.FromResult(new HttpResponseMessage(status) { Content = content });
        }
    }
}
