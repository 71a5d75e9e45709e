using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Formats;
using LandLedger.Formats.Lists;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.People;
using LandLedger.Rules;

namespace LandLedger.Service.Tests.People;

/// <summary>What was issued or recorded for the whole park, as those see it who see some of its plots: nothing tells them of the others.</summary>
public sealed class HiddenListsTests
{
    private const string List = "/disposal-lists/2026-001";
    private static readonly DateOnly Day = new(2026, 6, 30);
    private static readonly DateTimeOffset Issued = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Scope East = new(["331100"], ["东区"]);
    private static readonly string[] Forms = ["json", "csv", "xlsx", "geojson"];

    private static readonly string[] Addresses =
    [
        "/disposal-lists",
        "/disposal-lists?limit=1",
        "/disposal-lists?cursor=2026-001",
        List + "/steps",
        "/disposal-lists/2026-002",
        "/disposal-lists/2026-002/steps",
        .. Forms.SelectMany(form => (string[])[$"{List}?f={form}", $"{List}?f={form}&public=true"]),
    ];

    /// <summary>From a day on which two plots were to be begun to the day after, and over a day on which facts were recorded.</summary>
    private static readonly string[] Diffs =
    [
        "/diff?from=2025-03-31&to=2025-04-01&recordedFrom=2026-11-30T02:00:00Z&recordedTo=2026-11-30T02:00:00Z",
        "/diff?from=2025-03-31&to=2026-11-30&recordedFrom=2026-07-01T09:00:00Z",
        "/diff?f=csv&from=2025-03-31&to=2026-11-30&recordedFrom=2026-07-01T09:00:00Z",
        "/diff?from=2026-11-30&to=2026-11-30",
        // Only plots that are hidden had been recorded by then.
        "/diff?from=2026-01-01&to=2026-11-30&recordedFrom=2026-01-02T00:00:00Z",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_answers_are_those_of_a_store_that_never_had_the_other_plots(bool database)
    {
        await using var twin = await Twin.StartAsync(
            Role.Officer,
            East,
            store => Fill(store, _ => true),
            store => Fill(store, IsSeen),
            database
        );
        foreach (var address in Addresses.Concat(Diffs))
        {
            var seen = await twin.SameAsync(address);
            var all = await twin.OfAllAsync(address);
            Assert.False(seen.Body.AsSpan().SequenceEqual(all.Body), address);
        }
    }

    [Fact]
    public async Task An_extract_says_that_it_is_one_and_bears_nothing_of_the_whole_list()
    {
        await using var service = await StartAsync();
        var whole = await JsonAsync(service, List + "/steps", "管理员");
        var steps = await JsonAsync(service, List + "/steps", "东办");

        Assert.Equal((5, null), ((int)whole["rows"]!, (bool?)whole["extract"]));
        Assert.Equal((2, true), ((int)steps["rows"]!, (bool?)steps["extract"]));
        foreach (var name in (string[])["facts", "entry", "sha256", "files", "heldBack", "notJudged"])
            Assert.False(steps.AsObject().ContainsKey(name), name);
        Assert.Equal(2, (int)steps["total"]!["plots"]!);
        // Objections about rows that are not seen are not there; the others name rows and places of the extract.
        Assert.Equal(
            [("published", null, null), ("objected", 2, null), ("decided", null, 2)],
            steps["steps"]!
                .AsArray()
                .Select(step => ((string)step!["kind"]!, (int?)step["row"], (int?)step["objection"]))
        );
        Assert.Equal((1, 0), ((int)steps["objections"]!, (int)steps["undecided"]!));

        foreach (var form in Forms)
        {
            var bytes = await BytesAsync(service, $"{List}?f={form}", "东办");
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Assert.NotEqual((string?)whole["files"]![form], sha256);
            if (form != "xlsx")
            {
                var text = Encoding.UTF8.GetString(bytes);
                Assert.DoesNotContain("H-00", text, StringComparison.Ordinal);
                Assert.Contains(form == "csv" ? "摘录" : "\"extract\":true", text, StringComparison.Ordinal);
            }
        }
        var list = await JsonAsync(service, List, "东办");
        // The number alone is the id: that another county shares it is none of his business.
        Assert.Equal(["P-001", "P-003"], list["rows"]!.AsArray().Select(row => (string)row!["plot"]!));
        Assert.Equal(21m, (decimal)list["total"]!["statedMu"]!);
        Assert.Equal(2, list["byCategory"]!.AsArray().Sum(sum => (int)sum!["plots"]!));
    }

    [Fact]
    public async Task What_is_written_about_a_list_is_about_the_whole_and_not_for_them()
    {
        await using var service = await StartAsync();
        foreach (var path in (string[])["/disposal-lists", List + "/steps"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new StringContent("{}", Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new("Bearer", Keys.Secret("东办"));
            await service.ProblemAsync(HttpStatusCode.Forbidden, "scope-bounded", request);
        }
    }

    private static bool IsSeen(PlotKey plot) => plot.County == "331100" && plot.Number[0] == 'P';

    private static Task<RunningService> StartAsync() =>
        RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero)) },
            store =>
            {
                Fill(store, _ => true);
                Keys.Add(store, "东办", Role.Officer, East);
                Keys.Add(store, "管理员", Role.Admin);
            }
        );

    private static async Task<JsonNode> JsonAsync(RunningService service, string path, string user) =>
        JsonNode.Parse(await BytesAsync(service, path, user))!;

    private static async Task<byte[]> BytesAsync(RunningService service, string path, string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", Keys.Secret(user));
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Plots, a list of them with an objection about a row of each kind, a list of hidden ones alone, and facts recorded since.</summary>
    private static void Fill(IPlotStore store, Func<PlotKey, bool> has)
    {
        Import(store, "隐藏", new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), Rows(Hidden.Where(has)));
        Import(store, "台账", Issued.AddHours(-1), Rows(Plots.Where(has)));
        var book = new ListBook(store);
        var list = Issue(book, store, _ => true)!;
        var rows = book.Rows(list).Select((row, i) => (Key: row.Plot, Place: i + 1)).ToList();
        Take(
            new()
            {
                Kind = ListStepKind.Published,
                Day = Day.AddDays(1),
                Who = "王办",
                Until = Day.AddDays(30),
                Redaction = Redaction.Default.ToString(),
            }
        );
        foreach (var plot in (PlotKey[])[Hidden[0], Plots[1]])
        {
            if (!has(plot))
                continue;
            var row = rows.Single(one => one.Key == plot).Place;
            var objected = Take(
                new()
                {
                    Kind = ListStepKind.Objected,
                    Day = Day.AddDays(1),
                    Who = "王办",
                    Row = row,
                    Objector = "甲公司",
                    Reason = "已动工",
                }
            );
            Take(
                new()
                {
                    Kind = ListStepKind.Decided,
                    Day = Day.AddDays(1),
                    Who = "王办",
                    Objection = objected.Steps.Count,
                    IsUpheld = false,
                    Reason = "未提供证据",
                }
            );
        }
        _ = Issue(book, store, Hidden.Contains);
        Import(store, "巡查", Issued.AddDays(1), Plots.Where(has).Select(plot => Row(plot, "true,2024-05-01")));

        IssuedList Take(ListStep step)
        {
            var (taken, refusal) = book.Take(list.Number, step, new() { At = Issued });
            Assert.True(taken is not null, refusal?.In(Language.English));
            return taken!;
        }
    }

    /// <summary>Two that the user sees and one of the same number in another county.</summary>
    private static readonly PlotKey[] Plots = [new("331100", "P-001"), new("331100", "P-003"), new("331101", "P-001")];

    /// <summary>One of another zone, and one of which nobody has said the county.</summary>
    private static readonly PlotKey[] Hidden = [new("331100", "H-001"), new("", "H-002")];

    private static IEnumerable<string> Rows(IEnumerable<PlotKey> plots) => plots.Select(plot => Row(plot, "false,"));

    /// <summary>To be begun by 31 March 2024.</summary>
    /// <param name="begun">Whether, and when, it was.</param>
    private static string Row(PlotKey plot, string begun)
    {
        var west =
            119
            + (0.01 * (plot.Number[^1] - '0'))
            + (plot.County == "331101" ? 0.1 : 0)
            + (plot.Number[0] == 'H' ? 0.2 : 0);
        var zone = plot.Number[0] == 'H' ? "西区" : "东区";
        var (w, e) = (
            FormattableString.Invariant($"{west:0.000}"),
            FormattableString.Invariant($"{west + 0.001:0.000}")
        );
        return $"{plot.Number},{plot.County},{zone},supplied,工业用地,2024-03-31,{begun},2025-12-31,10.5,"
            + $"\"POLYGON(({w} 28.4,{e} 28.4,{e} 28.401,{w} 28.401,{w} 28.4))\"";
    }

    private static IssuedList? Issue(ListBook book, IPlotStore store, Func<PlotKey, bool> of) =>
        book.Issue(
            new()
            {
                Who = "王办",
                Reason = "季度清理",
                Judge = () =>
                    DisposalList.Of(
                        ParkEvaluation
                            .Of(store, RuleSets.Default, Day, new PlotQuery { Shapes = true })
                            .Where(evaluation => of(PlotKey.Of(evaluation.Plot))),
                        ListBasis.Of(RuleSets.Default, Day, "园区") with
                        {
                            SharedNumbers = store.SharedNumbers(),
                        },
                        Texts.Chinese,
                        Enum.GetValues<Category>()
                    ),
                Digests = ListFile.Digests,
            },
            new() { At = Issued }
        ).List;

    private static void Import(IPlotStore store, string name, DateTimeOffset at, params IEnumerable<string> rows)
    {
        var folder = Directory.CreateTempSubdirectory("landledger-");
        var path = Path.Combine(folder.FullName, name + ".csv");
        File.WriteAllLines(
            path,
            ["plot,county,zone,stage,granted_use,agreed_start,begun,begun_on,observed_on,stated_mu,geometry", .. rows]
        );
        var files = ImportFiles.Open([path]);
        try
        {
            var report = Importer.Import(
                store,
                files,
                new()
                {
                    On = DateOnly.FromDateTime(at.DateTime),
                    RecordedAt = at,
                    Layout = Layouts.Find("own"),
                    Crs = Geometry.CrsTable.LonLat,
                }
            );
            Assert.True(
                report.Outcome == ImportOutcome.Done,
                string.Join("; ", report.Issues.Select(issue => issue.Sentence(Texts.English)))
            );
        }
        finally
        {
            foreach (var part in files.SelectMany(file => file.Parts))
                part.Dispose();
            folder.Delete(recursive: true);
        }
    }
}
