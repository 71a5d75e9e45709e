using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Service.Tests.Ogc;

/// <summary>A service whose plots are written, over a file or a database. The clock stands on 30 November 2026.</summary>
internal sealed class PlotWriting(RunningService service) : IAsyncDisposable
{
    public const string Items = "/collections/plots/items";
    public const string GeoJson = "application/geo+json";
    public const string MergePatch = "application/merge-patch+json";

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero);

    public RunningService Service => service;

    public IPlotStore Store => service.Part<OpenStore>().Get();

    /// <summary>P-001 in the east and P-002 in the west, of county 331100, from a file that stood for 1 January.</summary>
    public static Task<PlotWriting> StartAsync(bool inDatabase = false) =>
        OverAsync(inDatabase ? Databases.Store() : null);

    /// <summary>The same over a database that is there.</summary>
    /// <param name="address">Of an empty database; a file of its own when null.</param>
    public static async Task<PlotWriting> OverAsync(string? address)
    {
        var service = await RunningService.StartAsync(o =>
            o with
            {
                Clock = new StoppedClock(Now),
                Store = address is null ? o.Store : address,
            }
        );
        using (await service.ImportAsync([("park.geojson", Park("P-001", "P-002"))], "?on=2026-01-01")) { }
        return new(service) { Address = address ?? service.StorePath };
    }

    private string Address { get; init; } = "";

    /// <summary>Another service over the same store.</summary>
    public async Task<PlotWriting> BesideAsync() =>
        new(await RunningService.StartAsync(o => o with { Clock = new StoppedClock(Now), Store = Address }));

    /// <summary>The file that the plots came from, with those of the numbers.</summary>
    public static byte[] Park(params string[] numbers)
    {
        var features = new JsonArray();
        foreach (var number in numbers)
        {
            var index = number[^1] - '1';
            var feature = Feature(
                number,
                ("zone", index == 0 ? "东区" : "西区"),
                ("stage", index == 0 ? "reserve" : "approved"),
                ("stated_mu", 16.3)
            );
            feature["geometry"] = Square(119 + (index * 0.1), 28.4);
            features.Add(feature);
        }
        return Encoding.UTF8.GetBytes(
            new JsonObject { ["type"] = "FeatureCollection", ["features"] = features }.ToJsonString()
        );
    }

    public static JsonObject Square(double west, double south, double size = 0.001) =>
        new()
        {
            ["type"] = "Polygon",
            ["coordinates"] = new JsonArray(
                new JsonArray(
                    Position(west, south),
                    Position(west + size, south),
                    Position(west + size, south + size),
                    Position(west, south + size),
                    Position(west, south)
                )
            ),
        };

    /// <summary>A feature with an outline near the others.</summary>
    public static JsonObject Feature(string number, params (string Name, JsonNode? Value)[] facts)
    {
        var properties = new JsonObject { ["plot"] = number, ["county"] = "331100" };
        foreach (var (name, value) in facts)
            properties[name] = value;
        return new()
        {
            ["type"] = "Feature",
            ["geometry"] = Square(119.05, 28.4),
            ["properties"] = properties,
        };
    }

    public static JsonObject Patch(params (string Name, JsonNode? Value)[] facts)
    {
        var properties = new JsonObject();
        foreach (var (name, value) in facts)
            properties[name] = value;
        return new() { ["properties"] = properties };
    }

    public async Task<string> TagAsync(string id, string query = "")
    {
        using var answer = await service.Client.GetAsync($"{Items}/{id}{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.ETag!.IsWeak);
        return answer.Headers.ETag.Tag;
    }

    public Task<HttpResponseMessage> AddAsync(
        JsonObject feature,
        string query = "",
        params (string, string)[] headers
    ) => SendAsync(HttpMethod.Post, Items + query, feature, GeoJson, headers);

    /// <summary>By the tag that it has now.</summary>
    public async Task<HttpResponseMessage> UpdateAsync(string id, JsonObject patch, string query = "") =>
        await SendAsync(HttpMethod.Patch, $"{Items}/{id}{query}", patch, MergePatch, ("If-Match", await TagAsync(id)));

    public async Task<HttpResponseMessage> ReplaceAsync(string id, JsonObject feature, string query = "") =>
        await SendAsync(HttpMethod.Put, $"{Items}/{id}{query}", feature, GeoJson, ("If-Match", await TagAsync(id)));

    public async Task<HttpResponseMessage> EndAsync(string id, string query) =>
        await SendAsync(HttpMethod.Delete, $"{Items}/{id}{query}", null, "", ("If-Match", await TagAsync(id)));

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        JsonObject? body,
        string type,
        params (string Name, string Value)[] headers
    ) => service.Client.SendAsync(Request(method, path, body, type, headers));

    public static HttpRequestMessage Request(
        HttpMethod method,
        string path,
        JsonObject? body,
        string type,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
            if (type.Length > 0)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    /// <summary>What the store has, and what its ledger says of it: the same.</summary>
    public Plot Plot(string number)
    {
        var plot = Store.Find(number).Single();
        AssertWhole();
        Assert.Equal(
            PlotDigest.Of(plot),
            PlotDigest.Of(PlotHistory.At(Store.Ledger, PlotKey.Of(plot), on: null, recorded: null).State.Plot!)
        );
        return plot;
    }

    /// <summary>The chain is whole, and the store is what it says.</summary>
    public void AssertWhole()
    {
        Assert.Empty(LedgerCheck.Faults(Store.Ledger));
        Assert.Empty(ProjectionCheck.Faults(Store));
    }

    public long Entries => Store.Ledger.Head().Number;

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private static JsonArray Position(double x, double y) => [Math.Round(x, 7), Math.Round(y, 7)];
}
