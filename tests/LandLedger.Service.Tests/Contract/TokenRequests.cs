using System.Net;
using System.Text;

namespace LandLedger.Service.Tests.Contract;

/// <summary>All that a request about tokens can be answered with; it makes the first one, and revokes it.</summary>
internal static class TokenRequests
{
    private const string Admin = """{"user":"王管","role":"admin"}""";
    private const string Revoke = "/tokens/1/revoke";

    public static async Task Take(RunningService service)
    {
        await Posting.Refuse(service, "/tokens", Admin);
        await Posting.Post(service, HttpStatusCode.NotFound, "/tokens/77/revoke", "");
        await Posting.Post(service, HttpStatusCode.BadRequest, Revoke + "?colour=red", "");
        await Posting.Post(service, HttpStatusCode.NotAcceptable, Revoke, "", ("Accept", "image/png"));
        await Posting.Post(service, HttpStatusCode.Forbidden, Revoke, "", ("Origin", "https://else.example"));
        var turn = service.Part<Imports.ImportTurn>();
        Assert.True(await turn.WaitAsync(CancellationToken.None));
        await Posting.Post(service, HttpStatusCode.Conflict, "/tokens", Admin);
        await Posting.Post(service, HttpStatusCode.Conflict, Revoke, "");
        turn.End();
        using var made = await service.Client.PostAsync(
            "/tokens",
            new StringContent(Admin, Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var body = JsonDocument.Parse(await made.Content.ReadAsStringAsync());
        var bearer = "Bearer " + body.RootElement.GetProperty("secret").GetString();
        await Posting.Post(service, HttpStatusCode.OK, Revoke, "", ("Authorization", bearer));
    }
}
