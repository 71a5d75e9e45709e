using System.Text.Json.Nodes;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.PostGis;
using LandLedger.PostGis.Cluster;
using Npgsql;

namespace LandLedger.Service.Tests;

/// <summary>The service over a PostGIS store.</summary>
public sealed class DatabaseTests
{
    [Fact]
    public async Task The_service_lives_while_its_database_is_away_and_is_ready_again_when_it_is_back()
    {
        using var server = Databases.StoreAlone(out var address);
        await using var service = await OverAsync(address);
        using (await service.GetAsync("/health/ready")) { }

        server.Stop();
        using (await service.GetAsync("/health/live")) { }
        foreach (var path in (string[])["/health/ready", "/collections/plots/items", "/acreage"])
        {
            var problem = await service.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store", path);
            Assert.DoesNotContain(server.Folder, $"{problem}", StringComparison.Ordinal);
        }
        server.Begin();

        using (await service.GetAsync("/health/ready")) { }
        using var page = await service.GetAsync("/collections/plots/items");
        Assert.Equal(2, PlotItemsTests.Ids(page).Count);
    }

    /// <summary>Who gets no answer, or that the store is away, says the same again by the same key.</summary>
    [Fact]
    public async Task Steps_taken_while_the_database_goes_away_and_comes_back_are_neither_lost_nor_doubled()
    {
        using var server = Databases.StoreAlone(out var address);
        await using var service = await OverAsync(address);
        var body = new JsonObject
        {
            ["plot"] = "P-001",
            ["procedure"] = "idle",
            ["kind"] = "suspect",
            ["day"] = "2026-03-02",
            ["who"] = "王办",
            ["role"] = "officer",
            ["facts"] = new JsonObject { ["suspicion"] = "未动工" },
        };
        var (away, steps) = (0, 1);
        await TakeAsync("/cases", body, HttpStatusCode.Created);
        foreach (var name in (string[])["plot", "procedure", "facts"])
            body.Remove(name);
        body["kind"] = "note";
        var coming = Task.Run(async () =>
        {
            for (var time = 0; time < 3; time++)
            {
                await Task.Delay(50);
                server.Stop();
                await Task.Delay(20);
                server.Begin();
            }
        });
        for (var after = 0; after < 3; after += coming.IsCompleted ? 1 : 0)
        {
            body["reason"] = $"巡查 {++steps}";
            await TakeAsync("/cases/2026-0001/steps", body, HttpStatusCode.OK);
        }
        await coming;

        Assert.True(away > 0, "no step met a database that was away");
        using var told = await service.GetAsync("/cases/2026-0001");
        Assert.Equal(
            Enumerable.Range(2, steps - 1).Select(step => $"巡查 {step}"),
            told.RootElement.GetProperty("steps")
                .EnumerateArray()
                .Skip(1)
                .Select(step => step.GetProperty("reason").GetString())
        );
        using var store = StorePlace.Of(address).Open(StoreMode.Read);
        Assert.Empty(LedgerCheck.Faults(store.Ledger));
        Assert.Empty(ProjectionCheck.Faults(store));

        async Task TakeAsync(string path, JsonObject step, HttpStatusCode taken)
        {
            for (var time = 0; ; time++)
            {
                Assert.InRange(time, 0, 2000);
                var key = ("Idempotency-Key", $"step-{steps}");
                using var answer = await JsonRequests.PostAsync(service, path, step, key);
                if (answer.StatusCode == taken)
                    return;
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                away++;
                await Task.Delay(20);
            }
        }
    }

    [Fact]
    public async Task Pages_boxes_and_imports_answer_as_over_a_file()
    {
        var address = Databases.Store();
        await using var database = await OverAsync(address, plots: 30);
        await using var file = await RunningService.StartAsync(fill: SmallPark.Of(30));

        foreach (
            var path in (string[])
                [
                    "/collections/plots/items?limit=7&asOf=2026-06-30",
                    "/collections/plots/items?bbox=119.35,28,120.55,29&limit=10&asOf=2026-06-30",
                    "/collections/evaluations/items?limit=7&count=exact&asOf=2026-06-30&filter=category='reserve'%20OR%20plot='P-003'",
                    "/collections/zones/items?asOf=2026-06-30",
                    "/collections/plots/items/P-003?asOf=2026-06-30",
                    "/plots/P-004/evaluation?asOf=2026-06-30",
                    "/acreage?by=zone&asOf=2026-06-30",
                ]
        )
            Assert.Equal(
                Plain(await file.Client.GetStringAsync(path), file),
                Plain(await database.Client.GetStringAsync(path), database)
            );
        var tile = "/collections/plots/tiles/WebMercatorQuad/8/212/106?asOf=2026-06-30";
        Assert.Equal(await file.Client.GetByteArrayAsync(tile), await database.Client.GetByteArrayAsync(tile));

        using var report = await database.ImportAsync(SurveyedPark.Files);
        Assert.Equal(3, report.RootElement.GetProperty("added").GetInt32());
        using var imports = await database.GetAsync("/imports");
        Assert.Equal(2, imports.RootElement.GetProperty("imports").GetArrayLength());
    }

    [Fact]
    public async Task What_is_written_by_SQL_shows_in_pages_at_once_and_soon_ends_the_copies_of_clients()
    {
        const string Items = "/collections/evaluations/items?asOf=2026-06-30";
        var address = Databases.Store();
        await using var service = await OverAsync(address);
        using var before = await service.Client.GetAsync(Items);

        Databases.Sql(address, "UPDATE landledger.plots SET stage = 'reserve', zone = '北区'");

        Assert.Contains("北区", await service.Client.GetStringAsync(Items), StringComparison.Ordinal);
        for (var late = 0; ; late++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Items);
            request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
            using var again = await service.Client.SendAsync(request);
            if (again.StatusCode == HttpStatusCode.OK)
                break;
            Assert.InRange(late, 0, 100);
            await Task.Delay(100);
        }
    }

    [Theory]
    [InlineData("/collections/plots/whole")]
    [InlineData("/collections/plots/whole?filter=stated_mu>1&bbox=100,20,140,40")]
    [InlineData("/collections/evaluations/whole?category=reserve")]
    [InlineData("/collections/plots/items?count=exact")]
    public async Task A_client_that_leaves_stops_the_query_in_the_database(string path)
    {
        var cancel = TestContext.Current.CancellationToken;
        var address = Databases.Store();
        await using var service = await OverAsync(address);
        // What firms add up to is shared out once.
        using (await service.GetAsync(path)) { }
        await using var holder = new NpgsqlConnection(address);
        await holder.OpenAsync(cancel);
        await using var hold = new NpgsqlCommand("BEGIN; LOCK TABLE landledger.plots", holder);
        await hold.ExecuteNonQueryAsync(cancel);
        using var leaving = new CancellationTokenSource();

        var reading = service.Client.GetAsync(path, leaving.Token);
        while (Waiting() == "0")
            await Task.Delay(5, cancel);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        for (var late = 0; Waiting() != "0"; late++)
        {
            Assert.InRange(late, 0, 1000);
            await Task.Delay(10, cancel);
        }

        string? Waiting() =>
            Databases.Sql(
                address,
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            );
    }

    [Fact]
    public async Task While_another_program_writes_an_import_is_told_to_wait()
    {
        var address = Databases.Store();
        await using var service = await OverAsync(address);
        using var other = StorePlace.Of(address).Open(StoreMode.Write);
        using (other.BeginImport())
        {
            using var answer = await service.Client.PostAsync("/imports", RunningService.Form(SurveyedPark.Files));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
        using var after = await service.ImportAsync(SurveyedPark.Files);
        Assert.Equal(3, after.RootElement.GetProperty("added").GetInt32());
    }

    internal static Task<RunningService> OverAsync(string address, int plots = 2)
    {
        using (var store = PostGisStore.Open(DatabaseAddress.Parse(address), StoreMode.Write))
            SmallPark.Of(plots)(store);
        return RunningService.StartAsync(options => options with { Store = address });
    }

    /// <summary>Without the time, the port and the name of the store, which differ.</summary>
    private static string Plain(string json, RunningService service)
    {
        var plain = json.Replace(service.Client.BaseAddress!.Authority, "", StringComparison.Ordinal);
        plain = System.Text.RegularExpressions.Regex.Replace(plain, "\"timeStamp\":\"[^\"]*\"", "");
        return System.Text.RegularExpressions.Regex.Replace(plain, "\"(park_[0-9]+|park.gpkg)\"", "");
    }
}
