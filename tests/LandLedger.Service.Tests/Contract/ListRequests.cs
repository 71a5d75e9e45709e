using System.Globalization;
using System.Net;

namespace LandLedger.Service.Tests.Contract;

/// <summary>All that an issued list can be answered with.</summary>
internal static class ListRequests
{
    private const string Day = "2026-06-30";

    private const string NewList =
        """{"asOf":"2026-06-30","categories":["reserve","not-supplied"],"who":"王办","reason":"季度清理"}""";

    /// <summary>Issues a list and publishes it; its address.</summary>
    public static async Task<string> Issue(RunningService service)
    {
        await Posting.Post(service, HttpStatusCode.Created, "/disposal-lists", NewList);
        using var all = await service.GetAsync("/disposal-lists?limit=1");
        var list = all.RootElement.GetProperty("lists")[0];
        var path = "/disposal-lists/" + list.GetProperty("number").GetString();
        await Posting.Post(
            service,
            HttpStatusCode.OK,
            path + "/steps",
            Step("published", list.GetProperty("day").GetString()!)
        );
        return path;
    }

    public static async Task Refuse(RunningService service, string path)
    {
        var steps = path + "/steps";
        using var shown = await service.GetAsync(path + "/steps");
        var again = Step("published", shown.RootElement.GetProperty("steps")[0].GetProperty("day").GetString()!);
        await Posting.Post(
            service,
            HttpStatusCode.Conflict,
            "/disposal-lists",
            NewList
                .Replace("\"reserve\",\"not-supplied\"", "\"low-efficiency\"", StringComparison.Ordinal)
                .Replace(Day, "1990-01-01", StringComparison.Ordinal)
        );
        await Posting.Post(service, HttpStatusCode.Conflict, steps, again);
        await Posting.Post(service, HttpStatusCode.PreconditionFailed, steps, again, ("If-Match", "\"0-x\""));
        await Posting.Post(service, HttpStatusCode.NotFound, "/disposal-lists/2026-999/steps", again);
        await Posting.Refuse(service, "/disposal-lists", NewList);
        await Posting.Refuse(service, steps, again);
    }

    private static string Step(string kind, string day)
    {
        var until = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(60);
        return $$"""{"kind":"{{kind}}","day":"{{day}}","until":"{{until:yyyy-MM-dd}}","who":"王办","reason":"公示"}""";
    }
}
