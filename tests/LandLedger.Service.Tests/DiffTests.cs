using System.Text.Json.Nodes;
using LandLedger.Import;
using LandLedger.Service.Tests.Ogc;

namespace LandLedger.Service.Tests;

/// <summary>What turned a plot, over HTTP. The clock stands on 30 November 2026, 02:00 UTC; all is recorded then.</summary>
public sealed class DiffTests
{
    private const string Recorded = "&recordedFrom=2026-11-30T02:00:00Z&recordedTo=2026-11-30T02:00:00Z";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Plots_that_turned_are_told_with_what_turned_them_and_the_sums_close(bool inDatabase)
    {
        await using var writing = await PlotWriting.StartAsync(inDatabase);
        var feature = PlotWriting.Feature(
            "N-1",
            ("stage", "supplied"),
            ("granted_use", "工业用地"),
            ("agreed_start", "2024-03-31"),
            ("begun", false),
            ("observed_on", "2026-11-30")
        );
        using (await writing.AddAsync(feature)) { }

        using var diff = await writing.Service.GetAsync("/diff?from=2025-03-31&to=2025-04-01" + Recorded);

        var turn = Assert.Single(diff.RootElement.GetProperty("turns").EnumerateArray());
        Assert.Equal("N-1", turn.GetProperty("plot").GetString());
        Assert.Equal("idle", turn.GetProperty("to").GetString());
        Assert.Equal("time", Assert.Single(turn.GetProperty("steps").EnumerateArray()).GetProperty("by").GetString());
        Assert.Equal(3, diff.RootElement.GetProperty("total").GetProperty("after").GetProperty("plots").GetInt32());
        Assert.Equal(
            3,
            diff.RootElement.GetProperty("sums")
                .EnumerateArray()
                .Sum(sum => sum.GetProperty("after").GetProperty("plots").GetInt32())
        );
        Assert.Equal(
            writing.Store.Ledger.Head().ToString(),
            diff.RootElement.GetProperty("to").GetProperty("head").GetString()
        );

        var csv = await writing.Service.Client.GetStringAsync(
            "/diff?from=2025-03-31&to=2025-04-01&f=csv&lang=en" + Recorded
        );
        Assert.Contains("N-1,331100", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_classes_of_a_plot_are_told_run_by_run()
    {
        await using var writing = await PlotWriting.StartAsync(inDatabase: false);
        var feature = PlotWriting.Feature(
            "N-1",
            ("stage", "supplied"),
            ("granted_use", "工业用地"),
            ("agreed_start", "2024-03-31"),
            ("begun", false),
            ("observed_on", "2026-11-30")
        );
        using (await writing.AddAsync(feature)) { }

        using var told = await writing.Service.GetAsync(
            "/plots/N-1/classes?from=2025-03-01&to=2025-04-30&rules=order-53"
        );

        Assert.Equal(
            ["2025-03-01 2025-03-31 in-order in-order", "2025-04-01 2025-04-30 idle idle"],
            told.RootElement.GetProperty("classes")
                .EnumerateArray()
                .Select(span =>
                    string.Join(
                        ' ',
                        ((string[])["since", "until", "category", "computed"]).Select(name =>
                            span.GetProperty(name).GetString()
                        )
                    )
                )
        );
        Assert.Equal(writing.Store.Ledger.Head().ToString(), told.RootElement.GetProperty("head").GetString());
        await writing.Service.ProblemAsync(
            HttpStatusCode.BadRequest,
            "parameter-wrong",
            "/plots/N-1/classes?from=2025-03-02&to=2025-03-01"
        );
        await writing.Service.ProblemAsync(
            HttpStatusCode.NotFound,
            "plot-unknown",
            "/plots/N-9/classes?from=2025-03-01&to=2025-03-01"
        );
    }

    [Fact]
    public async Task A_fact_that_was_written_later_turns_a_plot_by_what_had_been_recorded()
    {
        await using var service = await RunningService.StartAsync(o =>
            o with
            {
                Clock = new StoppedClock(new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero)),
            }
        );
        using (await service.ImportAsync(SurveyedPark.Files, "?on=2026-06-30&county=360799&by=王办&why=年度清查")) { }
        var first = service.Part<OpenStore>().Get().Ledger.Head();
        var entry = JsonNode.Parse(service.Part<OpenStore>().Get().Ledger.Rows().Last().Bytes.Span)!;
        Assert.Equal(("王办", "年度清查"), ((string?)entry["by"], (string?)entry["why"]));

        // What was recorded by the end of a day that is over: nothing.
        await service.ProblemAsync(HttpStatusCode.NotFound, "recorded-none", "/diff?from=2026-06-30&to=2026-11-30");
        using var today = await service.GetAsync("/diff?from=2026-11-30&to=2026-11-30");
        Assert.Empty(today.RootElement.GetProperty("turns").EnumerateArray());
        Assert.Equal(first.ToString(), today.RootElement.GetProperty("from").GetProperty("head").GetString());
    }

    [Theory]
    [InlineData("", "parameter-missing")]
    [InlineData("?from=2026-01-01", "parameter-missing")]
    [InlineData("?from=2026-02-01&to=2026-01-01", "parameter-wrong")]
    [InlineData("?from=2026-01-01&to=2026-02-01&rules=none", "parameter-wrong")]
    [InlineData(
        "?from=2026-01-01&to=2026-02-01&recordedFrom=2026-03-01T00:00:00Z&recordedTo=2026-02-01T00:00:00Z",
        "parameter-wrong"
    )]
    public async Task Days_packages_and_times_that_make_no_difference_are_refused(string query, string code)
    {
        await using var service = await RunningService.StartAsync();
        await service.ProblemAsync(HttpStatusCode.BadRequest, code, "/diff" + query);
    }

    [Fact]
    public async Task The_file_of_a_plot_is_a_page_or_a_document()
    {
        await using var service = await RunningService.StartAsync();
        using (await service.ImportAsync(SurveyedPark.Files, "?on=2026-06-30&county=360799")) { }
        const string Path = "/plots/%E7%94%B2-01/file?asOf=2026-06-30";

        using var page = await service.Client.GetAsync(Path);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Contains(
            "default-src 'none'",
            page.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("甲-01", html, StringComparison.Ordinal);
        Assert.Contains("界址点.txt", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);

        using var document = await service.Client.GetAsync(Path + "&f=docx&lang=en");
        Assert.EndsWith(".docx", document.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var bytes = await document.Content.ReadAsByteArrayAsync();
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
        Assert.Equal(bytes, await service.Client.GetByteArrayAsync(Path + "&f=docx&lang=en"));
        await service.ProblemAsync(HttpStatusCode.NotFound, "plot-unknown", "/plots/none/file");
    }
}
