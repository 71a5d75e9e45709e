using System.Globalization;
using System.Text.Json.Nodes;
using LandLedger.Walk;
using static LandLedger.Service.Tests.JsonRequests;

namespace LandLedger.Service.Tests;

/// <summary>Walks the year against a started service.</summary>
internal sealed class HttpWalker(RunningService service) : IWalker
{
    public async Task ImportAsync(IReadOnlyList<string> files, DateOnly on)
    {
        var contents = files.Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));
        using var report = await service.ImportAsync(contents, "?on=" + Word(on));
    }

    public async Task<string> IssueAsync(WalkLine line)
    {
        var body = Body(line, "asOf");
        body["categories"] = new JsonArray([.. line.Word("categories")!.Split(',').Select(one => (JsonNode)one)]);
        body["document"] = line.Word("document");
        using var issued = await PostAsync(service, "/disposal-lists", body);
        return (string)(await TakenAsync(issued, HttpStatusCode.Created))["number"]!;
    }

    public async Task ListStepAsync(string list, WalkLine line, int? row)
    {
        var body = Body(line, "day");
        body["kind"] = line.Kind;
        foreach (var id in (string[])["until", "objector"])
        {
            if (line.Word(id) is { } said)
                body[id] = said;
        }
        if (row is { } at)
            body["row"] = at;
        if (line.Word("objection") is { } objection)
            body["objection"] = int.Parse(objection, CultureInfo.InvariantCulture);
        if (line.Word("upheld") is { } upheld)
            body["upheld"] = upheld == "true";
        using var taken = await PostAsync(service, $"/disposal-lists/{list}/steps", body);
        await TakenAsync(taken, HttpStatusCode.OK);
    }

    public Task<byte[]> ListAsync(string list, string form, bool open = false) =>
        service.Client.GetByteArrayAsync($"/disposal-lists/{list}?f={form}{(open ? "&public=true" : "")}");

    public Task<JsonNode> PreviewAsync(DateOnly day) => GetAsync($"/disposal-lists/preview?f=json&asOf={Word(day)}");

    public async Task<string> OpenAsync(WalkLine line)
    {
        var body = Step(line);
        (body["plot"], body["procedure"], body["unit"]) = (line.Of[0], line.Of[1], line.Of[2]);
        using var opened = await PostAsync(service, "/cases", body);
        return (string)(await TakenAsync(opened, HttpStatusCode.Created))["number"]!;
    }

    public async Task<IReadOnlyCollection<string>?> StepAsync(string number, WalkLine line)
    {
        using var answer = await PostAsync(service, $"/cases/{number}/steps", Step(line));
        if (line.Allowed is null)
        {
            await TakenAsync(answer, HttpStatusCode.OK);
            return null;
        }
        var refusal = await TakenAsync(answer, HttpStatusCode.Conflict);
        return [.. refusal["allowed"]!.AsArray().Select(step => (string)step!["kind"]!)];
    }

    public Task PaperAsync(string number, string kind) => Task.CompletedTask;

    public Task<JsonNode> CaseAsync(string number) => GetAsync("/cases/" + number);

    public async Task<JsonArray> CasesAsync(string procedure, string state) =>
        (await GetAsync($"/cases?procedure={procedure}&state={state}&limit=100"))["cases"]!.AsArray();

    public async Task<JsonArray> DueAsync(DateOnly on, bool overdue, string? procedure, string? unit)
    {
        var address = $"/cases/due?on={Word(on)}{(overdue ? "&overdue=true" : "")}";
        if (procedure is not null)
            address += "&procedure=" + procedure;
        if (unit is not null)
            address += "&unit=" + Uri.EscapeDataString(unit);
        return (await GetAsync(address))["due"]!.AsArray();
    }

    public Task<JsonNode> ProgressAsync(DateOnly on, string list, decimal share) =>
        GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"/progress?on={Word(on)}&base={list}&targetShare={share}")
        );

    public Task<JsonNode> ChargesAsync(DateOnly on) => GetAsync("/charges?on=" + Word(on));

    public Task<JsonNode> EvaluationAsync(string plot, DateOnly day) =>
        GetAsync($"/plots/{plot}/evaluation?asOf={Word(day)}");

    private async Task<JsonNode> GetAsync(string address)
    {
        using var answer = await service.Client.GetAsync(address);
        return await TakenAsync(answer, HttpStatusCode.OK);
    }

    private static async Task<JsonNode> TakenAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(
            answer.StatusCode == expected,
            $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {body}"
        );
        return JsonNode.Parse(body)!;
    }

    private static JsonObject Step(WalkLine line)
    {
        var body = Body(line, "day");
        (body["kind"], body["role"]) = (line.Kind, "officer");
        body["facts"] = new JsonObject(line.Said.Select(said => KeyValuePair.Create(said.Key, (JsonNode?)said.Value)));
        return body;
    }

    private static JsonObject Body(WalkLine line, string day)
    {
        var body = new JsonObject { [day] = Word(line.Day), ["who"] = "王办" };
        if (line.Reason is { } reason)
            body["reason"] = reason;
        return body;
    }

    private static string Word(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
