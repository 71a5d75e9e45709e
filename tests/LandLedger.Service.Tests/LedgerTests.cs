using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace LandLedger.Service.Tests;

public sealed class LedgerTests
{
    [Fact]
    public async Task Entries_are_answered_as_they_are_hashed_and_the_head_is_the_hash_of_the_last()
    {
        await using var service = await RunningService.StartAsync();
        using var report = await service.ImportAsync(SurveyedPark.Files, "?on=2026-06-30&county=360799");

        using var whole = await service.GetAsync("/ledger");
        var entries = whole.RootElement.GetProperty("entries").EnumerateArray().ToList();
        var last = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entries[^1].GetRawText())));
        Assert.Equal($"{entries.Count}:{last}", whole.RootElement.GetProperty("head").GetString());
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entries[0].GetRawText()))),
            entries[1].GetProperty("before").GetString()
        );

        using var rest = await service.GetAsync("/ledger?after=1&limit=2");
        Assert.Equal(
            [2, 3],
            rest.RootElement.GetProperty("entries")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("number").GetInt32())
        );
    }

    [Fact]
    public async Task The_history_of_a_plot_has_the_row_that_it_came_from()
    {
        await using var service = await RunningService.StartAsync();
        using var report = await service.ImportAsync(SurveyedPark.Files, "?on=2026-06-30&county=360799");

        using var history = await service.GetAsync("/plots/%E7%94%B2-01/history");
        Assert.Equal("360799", history.RootElement.GetProperty("county").GetString());
        var entries = history.RootElement.GetProperty("entries").EnumerateArray().ToList();
        Assert.All(entries, entry => Assert.Equal("plots/360799/甲-01", entry.GetProperty("about").GetString()));
        Assert.Equal(
            [("界址点.txt", false), ("台账.csv", true)],
            entries.Select(entry =>
                (
                    entry.GetProperty("from").GetProperty("file").GetString()!,
                    entry.GetProperty("says").TryGetProperty("stated_mu", out _)
                )
            )
        );
        Assert.Equal(30m, entries[1].GetProperty("says").GetProperty("stated_mu").GetDecimal());

        using var page = await service.GetAsync("/plots/%E7%94%B2-01/history?limit=1");
        Assert.Equal(2, page.RootElement.GetProperty("numberMatched").GetInt32());
        var next = PlotItemsTests.Link(page, "next")!;
        using var rest = await service.GetAsync(new Uri(next).PathAndQuery);
        Assert.Equal(
            entries.Select(entry => entry.GetProperty("number").GetInt64()),
            page.RootElement.GetProperty("entries")
                .EnumerateArray()
                .Concat(rest.RootElement.GetProperty("entries").EnumerateArray())
                .Select(entry => entry.GetProperty("number").GetInt64())
        );
        Assert.Equal(
            page.RootElement.GetProperty("says").GetRawText(),
            rest.RootElement.GetProperty("says").GetRawText()
        );
        Assert.DoesNotContain("\"next\"", rest.RootElement.GetRawText(), StringComparison.Ordinal);

        Assert.Equal(30m, history.RootElement.GetProperty("says").GetProperty("stated_mu").GetDecimal());
        using var before = await service.GetAsync("/plots/%E7%94%B2-01/history?on=2026-06-29");
        Assert.Empty(before.RootElement.GetProperty("entries").EnumerateArray());
        Assert.Empty(before.RootElement.GetProperty("says").EnumerateObject());
        using var then = await service.GetAsync(
            "/plots/%E7%94%B2-01/history?on=2026-06-30&recorded=2199-01-01T00:00:00Z"
        );
        Assert.Equal(2, then.RootElement.GetProperty("entries").GetArrayLength());
        using var earlier = await service.GetAsync("/plots/%E7%94%B2-01/history?recorded=2020-01-01T08:00:00%2B08:00");
        Assert.Empty(earlier.RootElement.GetProperty("entries").EnumerateArray());
        await service.ProblemAsync(
            HttpStatusCode.BadRequest,
            "parameter-wrong",
            "/plots/%E7%94%B2-01/history?recorded=2020-01-01"
        );
        await service.ProblemAsync(HttpStatusCode.NotFound, "plot-unknown", "/plots/none/history");
    }
}
