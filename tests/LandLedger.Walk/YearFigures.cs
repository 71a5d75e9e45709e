using System.Text.Json.Nodes;

namespace LandLedger.Walk;

/// <summary>
/// What the year has to come to. Every figure was added up by hand, from <c>data/park/expected.csv</c> and <c>expected-totals.yaml</c> (named
/// at each) and the lines of <c>tests/walk</c>.
/// </summary>
internal sealed class YearFigures(IWalker walker, YearWalk year, string root)
{
    private static readonly string[] ToBeDealtWith = ["idle", "use-changed", "low-efficiency", "undetermined"];

    public async Task HoldAsync()
    {
        await RegisterAsync();
        await IdleLandAsync();
        await DeadlinesAsync();
        await ClearedAsync();
        await PerformanceAsync();
        await ChargesAsync();
        await ClassesAsync();
        await ListAsync();
    }

    /// <summary>L1: each of the 110 plots of the register stands in the list with its first finding, and with the measure of the paper where one is due.</summary>
    private async Task RegisterAsync()
    {
        var listed = (await RowsAsync()).ToDictionary(
            row => (string)row!["plot"]!,
            row => row!,
            StringComparer.Ordinal
        );
        var register = Paper().Where(plot => plot["register"] == "yes").ToList();
        Assert.Equal(110, register.Count);
        Assert.Equal(4709.31m, register.Sum(plot => (decimal)listed[plot["plot"]]["stated_mu"]!));
        Assert.All(register, plot => Assert.Equal(plot["category"], (string?)listed[plot["plot"]]["category"]));
        // 8 idle, 7 use-changed, 36 low-efficiency, 5 undetermined, 2 in order with a deadline to begin.
        var measured = register.Where(plot => plot["measure"].Length > 0).ToList();
        Assert.Equal(58, measured.Count);
        Assert.All(measured, plot => Assert.Contains(plot["measure"], Measures(listed[plot["plot"]])));
        Assert.All(
            register,
            plot => Assert.True(plot["measure"].Length > 0 || !ToBeDealtWith.Contains(plot["category"]))
        );
    }

    /// <summary>L2: 3 plots suspected with cause not established were investigated and found; 2 were taken back without compensation.</summary>
    private async Task IdleLandAsync()
    {
        foreach (
            var (plot, found, state) in new[]
            {
                ("CD-003", "find-not-idle", "not-idle"),
                ("LX-008", "find-holder", "closed"),
                ("NT-007", "find-authority", "agreed"),
            }
        )
        {
            var one = await walker.CaseAsync(year.NumberOf(plot, "idle"));
            Assert.Contains("investigate", Kinds(one));
            Assert.Contains(found, Kinds(one));
            Assert.Equal(state, (string?)one["state"]);
        }
        foreach (var plot in (string[])["CD-027", "NT-017"])
        {
            var one = await walker.CaseAsync(year.NumberOf(plot, "idle"));
            Assert.Equal(
                ("closed", "recover-without-compensation"),
                ((string?)one["state"], (string?)one["facts"]!["measure"])
            );
            Assert.Superset(
                new HashSet<string>([
                    "notify",
                    "answer",
                    "find-holder",
                    "publish-holder",
                    "plan-holder",
                    "approve-holder",
                    "tell-hearing",
                    "decide-take-back",
                    "serve-take-back",
                    "deregister",
                    "withdraw",
                ]),
                Kinds(one).ToHashSet(StringComparer.Ordinal)
            );
        }
        Assert.Contains("tell-mortgagee", Kinds(await walker.CaseAsync(year.NumberOf("CD-027", "idle"))));
    }

    /// <summary>L3: 5 plots were put under a deadline: 2 to begin, 2 to complete, 1 to resume.</summary>
    private async Task DeadlinesAsync()
    {
        var set = new List<string>();
        foreach (var number in year.Numbers)
        {
            var steps = (await walker.CaseAsync(number))["steps"]!.AsArray();
            set.AddRange(
                steps
                    .Where(step => (string?)step!["kind"] == "set-deadline")
                    .Select(step => (string)step!["facts"]!["measure"]!)
            );
        }
        Assert.Equal(
            [
                "deadline-to-build",
                "deadline-to-build",
                "deadline-to-complete",
                "deadline-to-complete",
                "deadline-to-resume",
            ],
            set.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>L5: 34 of 51 plots and 1275.45 of 2100.87 mu are cleared, 66 % and 60 %; what is late stands on top.</summary>
    private async Task ClearedAsync()
    {
        var told = await walker.ProgressAsync(YearWalk.End, year.List, 0.6m);
        Assert.Equal("51 2100.87 | 34 1275.45 | 0 0 | 17 825.42", Sums(told["total"]!));
        Assert.Equal(
            (0.666666m, 0.607105m),
            ((decimal)told["total"]!["share"]!["plots"]!, (decimal)told["total"]!["share"]!["statedMu"]!)
        );
        Assert.True((bool)told["target"]!["reached"]!);
        Assert.Equal(
            [
                "idle 8 411 | 5 209.1 | 0 0 | 3 201.9",
                "use-changed 7 223.2 | 5 156.3 | 0 0 | 2 66.9",
                "low-efficiency 36 1466.67 | 24 910.05 | 0 0 | 12 556.62",
            ],
            told["byCategory"]!.AsArray().Select(line => $"{line!["category"]} {Sums(line)}")
        );
        var taken = told["byMeasure"]!
            .AsArray()
            .Single(line => (string?)line!["measure"] == "recover-without-compensation")!;
        Assert.Equal("2 90.3 | 2 90.3 | 0 0 | 0 0", Sums(taken));
        Assert.Equal("CD-004", (string?)told["late"]![0]!["plot"]);
        Assert.Equal(4, told["late"]!.AsArray().Count);
    }

    /// <summary>L12: two batches, 13 firms on 14 plots, all begun by 30 September 2025, 6 of them after the agreed day.</summary>
    private async Task PerformanceAsync()
    {
        HashSet<string> batches = [],
            firms = [];
        List<string> begun = [];
        var late = 0;
        var holders = (await RowsAsync()).ToDictionary(
            row => (string)row!["plot"]!,
            row => (string)row!["holder"]!,
            StringComparer.Ordinal
        );
        foreach (var row in await walker.CasesAsync("performance", "building"))
        {
            var one = await walker.CaseAsync((string)row!["number"]!);
            batches.Add((string)one["steps"]![0]!["facts"]!["document"]!);
            firms.Add(holders[(string)row["plot"]!]);
            begun.Add((string)one["facts"]!["begun-on"]!);
            late += Kinds(one).Contains("miss-start") ? 1 : 0;
        }
        Assert.Equal((2, 13, 14, 6), (batches.Count, firms.Count, begun.Count, late));
        Assert.Equal("2025-09-30", begun.Max(StringComparer.Ordinal));
    }

    /// <summary>L14: 56 certificates over 3,720.03 mu secure 842 million yuan on 30 June 2026.</summary>
    private async Task ChargesAsync()
    {
        var told = await walker.ChargesAsync(new(2026, 6, 30));
        Assert.Equal(
            [
                "青垅示例农业银行支行 13 13 723.89 164670000",
                "青垅示例农村商业银行 16 16 913.47 207620000",
                "青垅示例城市商业银行 13 14 1409.62 315510000",
                "青垅示例建设银行支行 14 14 673.05 154200000",
                " 56 57 3720.03 842000000",
            ],
            told["rows"]!
                .AsArray()
                .Append(told["total"])
                .Select(sum => $"{sum!["key"]} {sum["certificates"]} {sum["plots"]} {sum["mu"]} {sum["securedYuan"]}")
        );
        Assert.Equal(0, (int)told["unsure"]!);
    }

    /// <summary>
    /// 513 days of the petition (4 November 2024 to 31 March 2026) move the idle day of NT-007 from 16 October 2025 to 13 March 2027, of which
    /// the look of May 2026 cannot tell whether building has begun by then. A class that a case set counts beside the computed one, and a held
    /// plot is left off the list.
    /// </summary>
    private async Task ClassesAsync()
    {
        var last = await walker.EvaluationAsync("NT-007", new(2027, 3, 12));
        var over = await walker.EvaluationAsync("NT-007", new(2027, 3, 13));
        Assert.Equal(("in-order", "undetermined"), ((string?)last["category"], (string?)over["category"]));
        var set = await walker.EvaluationAsync("CD-030", YearWalk.End);
        Assert.Equal(("low-efficiency", "in-order"), ((string?)set["category"], (string?)set["setCategory"]!["set"]));
        var list = await walker.PreviewAsync(YearWalk.End);
        Assert.Equal((1, 35.7m), ((int)list["heldBack"]!["plots"]!, (decimal)list["heldBack"]!["statedMu"]!));
        var listed = list["rows"]!.AsArray().Select(row => (string?)row!["plot"]).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain("LX-027", listed);
        Assert.DoesNotContain("CD-030", listed);
        Assert.Contains("CD-033", listed);
    }

    /// <summary>The list of June is what it was, byte for byte; in public no price and no whole name stands in it.</summary>
    private async Task ListAsync()
    {
        Assert.Equal(5, year.Refused);
        Assert.Equal(year.Issued, await year.FormsAsync());
        var open = JsonNode.Parse(await walker.ListAsync(year.List, "json", open: true))!;
        Assert.Equal(126, open["rows"]!.AsArray().Count);
        Assert.All(open["rows"]!.AsArray(), row => Assert.Null(row!["price"]));
    }

    private async Task<JsonArray> RowsAsync() =>
        JsonNode.Parse(await walker.ListAsync(year.List, "json"))!["rows"]!.AsArray();

    private List<IReadOnlyDictionary<string, string>> Paper()
    {
        var lines = File.ReadAllLines(Path.Combine(root, "data", "park", "expected.csv"));
        var titles = lines[0].TrimStart('\ufeff').Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Select(line => titles.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second)),
        ];
    }

    private static IEnumerable<string> Measures(JsonNode row) =>
        row["measures"]!.AsArray().Select(one => one is JsonValue ? (string)one! : (string)one!["kind"]!);

    private static IEnumerable<string> Kinds(JsonNode one) =>
        one["steps"]!.AsArray().Select(step => (string)step!["kind"]!);

    private static string Sums(JsonNode line) =>
        string.Join(
            " | ",
            ((string[])["stock", "cleared", "ended", "remaining"]).Select(name =>
                $"{line[name]!["plots"]} {line[name]!["statedMu"]}"
            )
        );
}
