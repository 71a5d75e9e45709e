using System.IO.Compression;
using System.Net.Http.Headers;
using LandLedger.Import;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace LandLedger.Service.Tests;

/// <summary>How the service keeps copies true, answers small, and callers in bounds.</summary>
public sealed class MannersTests
{
    private const string Items = "/collections/plots/items?asOf=2026-06-30";

    [Theory]
    [InlineData(Items)]
    [InlineData("/collections")]
    [InlineData("/acreage")]
    [InlineData("/openapi.json")]
    [InlineData("/disposal-lists/preview?category=reserve")]
    public async Task A_copy_that_still_stands_is_confirmed_without_a_body_until_the_store_changes(string path)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        using var first = await service.Client.GetAsync(path);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        using var again = await AskAsync(service, path, tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, again.Headers.ETag);

        using (await service.ImportAsync([("a.csv", "地块编号,面积（亩）\nP-901,30\n"u8.ToArray())], "?county=331100"))
        { }
        using var after = await AskAsync(service, path, tag);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(tag, after.Headers.ETag);
    }

    [Fact]
    public async Task A_copy_does_not_stand_after_another_file_has_taken_the_place_of_the_store()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there a file that is open keeps its place");
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        await using var other = await RunningService.StartAsync(fill: SmallPark.Of(7));
        using var first = await service.Client.GetAsync(Items);
        File.Copy(other.StorePath, service.StorePath + ".new");
        File.Move(service.StorePath + ".new", service.StorePath, overwrite: true);

        using var after = await AskAsync(service, Items, first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        using var page = await service.GetAsync(Items);
        Assert.Equal(7, PlotItemsTests.Ids(page).Count);
        using (await service.GetAsync("/health/ready")) { }
    }

    [Fact]
    public async Task A_copy_read_while_another_program_is_about_to_commit_does_not_stand_after_the_commit()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(300));
        using var before = await service.Client.GetAsync(Items);
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(service.StorePath, out var other));
        using (other)
        {
            // Triggers of the tree name these, and call none while outlines stay.
            foreach (var function in (string[])["ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"])
                raw.sqlite3_create_function(other, function, 1, raw.SQLITE_UTF8, null, (_, _, _) => { });
            // Room for a few pages only: the others are in the log before the commit.
            Run(
                "PRAGMA cache_size = 5; BEGIN IMMEDIATE; UPDATE plots SET holder = '乙', remark = hex(randomblob(500))"
            );
            Assert.InRange(new FileInfo(service.StorePath + "-wal").Length, 100_000, long.MaxValue);
            using var meanwhile = await service.Client.GetAsync(Items);
            Assert.Equal(before.Headers.ETag, meanwhile.Headers.ETag);
            Run("COMMIT");
        }
        using var after = await AskAsync(service, Items, before.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("乙", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        void Run(string sql) => Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(other, sql));
    }

    [Fact]
    public async Task Another_form_language_or_day_is_another_answer()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        var tags = new List<EntityTagHeaderValue?>();
        foreach (
            var path in (string[])
                [Items, Items + "&f=html", Items + "&limit=1", "/collections/plots/items?asOf=2026-06-29"]
        )
        {
            using var answer = await service.Client.GetAsync(path);
            tags.Add(answer.Headers.ETag);
        }
        using var english = new HttpRequestMessage(HttpMethod.Get, Items);
        english.Headers.AcceptLanguage.Add(new("en"));
        using var translated = await service.Client.SendAsync(english);
        tags.Add(translated.Headers.ETag);
        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.Contains("Accept-Language", translated.Headers.Vary);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_come_packed_where_that_is_understood_and_say_the_same(string packing)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(50));
        var plain = await service.Client.GetByteArrayAsync(Items);
        // What was packed cannot be held against the document before it is unpacked: a plain client asks.
        using var client = new HttpClient { BaseAddress = service.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, Items);
        request.Headers.AcceptEncoding.Add(new(packing));
        using var answer = await client.SendAsync(request);
        Assert.Equal([packing], answer.Content.Headers.ContentEncoding);
        var packed = await answer.Content.ReadAsStreamAsync();
        await using Stream unpacking =
            packing == "br"
                ? new BrotliStream(packed, CompressionMode.Decompress)
                : new GZipStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await unpacking.CopyToAsync(unpacked);
        Assert.Equal(plain, unpacked.ToArray());
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_and_the_health_is_not_counted()
    {
        await using var service = await RunningService.StartAsync(o => o with { Rate = 1 }, SmallPark.Of(1));
        for (var i = 0; i < 5; i++)
        {
            using var health = await service.GetAsync("/health/live");
        }
        using (await service.GetAsync(Items))
        using (await service.GetAsync(Items)) { }
        using var third = await service.Client.GetAsync(Items);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), third.Headers.RetryAfter!.Delta);
        Assert.Null(third.Headers.ETag);
    }

    [Theory]
    [InlineData("https://map.example", "https://map.example")]
    [InlineData("https://other.example", null)]
    public async Task A_page_of_a_named_origin_may_read_and_no_other(string origin, string? allowed)
    {
        await using var service = await RunningService.StartAsync(
            o => o with { Origins = ["https://map.example"] },
            SmallPark.Of(1)
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, Items);
        request.Headers.Add("Origin", origin);
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(
            allowed,
            answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins.Single() : null
        );
    }

    [Theory]
    [InlineData("map.example")]
    [InlineData("https://map.example/")]
    [InlineData("ftp://map.example")]
    public void An_origin_that_is_none_is_told_before_the_start(string origin)
    {
        var options = new ServiceOptions
        {
            Store = "park.gpkg",
            Rules = Rules.RuleSets.Default,
            Origins = [origin],
        };
        var wrong = Assert.Throws<OptionsValidationException>(options.Validate);
        Assert.Contains(origin, Assert.Single(wrong.Failures));
    }

    private static Task<HttpResponseMessage> AskAsync(RunningService service, string path, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        return service.Client.SendAsync(request);
    }
}
