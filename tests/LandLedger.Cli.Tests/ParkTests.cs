using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>The sample park, imported once and judged as of the stated day, against what was written down by hand.</summary>
public sealed class ParkTests : IClassFixture<ParkTests.ImportedPark>
{
    private const string StatedDay = "2026-06-30";
    private readonly ImportedPark _park;

    public ParkTests(ImportedPark park) => _park = park;

    [Fact]
    public void Every_plot_gets_the_class_cause_day_and_measure_written_by_hand()
    {
        var wrong = new List<string>();
        foreach (var expected in _park.Expected)
        {
            var plot = _park.Plots[expected["plot"]];
            Compare("category", (string?)plot["category"]);
            Compare("cause", (string?)plot["cause"] ?? "");
            Compare("idle_since", (string?)plot["idleSince"] ?? "");
            var measures = plot["measures"]!.AsArray().Select(m => (string)m!["kind"]!).ToList();
            if (expected["measure"].Length > 0 && !measures.Contains(expected["measure"]))
                wrong.Add($"{expected["plot"]} measure {expected["measure"]}, not {string.Join(" ", measures)}");
            var missing = plot["missing"]!.AsArray().Select(m => (string)m!).ToList();
            foreach (var field in expected["missing"].Split([' ', ';', '、'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (!field.Split('|').Any(missing.Contains))
                    wrong.Add($"{expected["plot"]} missing {field}, not {string.Join(" ", missing)}");
            }

            void Compare(string column, string? found)
            {
                if (expected[column] != found)
                    wrong.Add($"{expected["plot"]} {column}: {expected[column]}, not {found} ({expected["reason"]})");
            }
        }
        Assert.Empty(wrong);
        Assert.Equal(_park.Expected.Count, _park.Plots.Count);
    }

    [Fact]
    public void Stated_mu_by_class_is_the_exact_sum_of_the_paper()
    {
        var sums = _park
            .Plots.Values.GroupBy(plot => (string)plot["category"]!)
            .ToDictionary(group => group.Key, group => group.Sum(plot => (decimal)plot["area"]!["statedMu"]!));
        Assert.Equal(411.00m, sums["idle"]);
        Assert.Equal(223.20m, sums["use-changed"]);
        Assert.Equal(1466.67m, sums["low-efficiency"]);
        Assert.Equal(155.70m, sums["undetermined"]);
        Assert.Equal(4148.74m, sums["in-order"]);
        Assert.Equal(600.00m, sums["not-supplied"]);
        Assert.Equal(3319.00m, sums["reserve"]);
    }

    [Theory]
    [InlineData("CD-035", 900000)]
    [InlineData("LX-038", 1310400)]
    public void The_idle_fee_is_twenty_percent_of_the_price_in_yuan(string plot, decimal yuan)
    {
        var fee = _park.Plots[plot]["measures"]!.AsArray().Single(m => (string)m!["kind"]! == "idle-fee");
        Assert.Equal(yuan, (decimal)fee!["amountYuan"]!);
    }

    [Theory]
    [InlineData("CD-034", 3300000, 60)]
    [InlineData("LX-032", 2700000, 45)]
    [InlineData("NT-015", 1500000, 36)]
    [InlineData("LX-020", 1150000, 48)]
    public void Tax_of_shared_plots_adds_up_and_is_divided_by_the_stated_mu(string plot, decimal yuan, decimal mu)
    {
        var tax = _park.Plots[plot]["perMu"]!["tax"]!;
        Assert.Equal(yuan / mu, (decimal)tax["value"]!, 6);
        Assert.Equal("stated", (string)tax["basis"]!);
        Assert.Equal("shared", (string)tax["figure"]!);
        Assert.Equal(2025, (int)tax["year"]!);
    }

    [Fact]
    public void The_same_files_twice_change_nothing()
    {
        var again = _park.Import().Expect(0);
        var report = JsonNode.Parse(File.ReadAllText(_park.Report))!;
        Assert.Equal(
            (0, 0, 0, _park.Expected.Count),
            ((int)report["added"]!, (int)report["changed"]!, (int)report["ended"]!, (int)report["same"]!)
        );
        Assert.Contains("未变 138 宗", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_planted_in_the_files_is_named()
    {
        var issues = JsonNode.Parse(File.ReadAllText(_park.FirstReport))!["issues"]!.AsArray();
        List<string> named = [.. issues.Select(i => $"{(string?)i!["code"]} {(string?)i["plot"]}")];
        Assert.Contains("area.mismatch CD-005", named);
        Assert.Contains("area.mismatch LX-015", named);
        Assert.Contains("plot.count LX-009", named);
        Assert.Contains("ring.hole-outside LX-019", named);
        Assert.DoesNotContain(issues, i => (string)i!["severity"]! == "refuse");
    }

    [Fact]
    public void An_explanation_gives_value_limit_and_article_in_both_languages()
    {
        var zh = CommandRun.Of("explain", "CD-003", "--store", _park.Store, "--as-of", StatedDay).Expect(0).Out;
        Assert.Contains("《闲置土地处置办法》", zh, StringComparison.Ordinal);
        Assert.Contains("2026年4月1日", zh, StringComparison.Ordinal);
        var en = CommandRun
            .Of("explain", "CD-003", "--store", _park.Store, "--as-of", StatedDay, "--lang", "en")
            .Expect(0)
            .Out;
        Assert.Contains("2026-04-01", en, StringComparison.Ordinal);
    }

    /// <summary>The demo of the README: five boundary files, six workbooks.</summary>
    public sealed class ImportedPark : IDisposable
    {
        private readonly Scratch _scratch = new();

        public ImportedPark()
        {
            Import().Expect(0);
            File.Copy(Report, FirstReport);
            var lines = CommandRun
                .Of("evaluate", "--store", Store, "--as-of", StatedDay, "--format", "ndjson")
                .Expect(0)
                .Out;
            Plots = lines
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!)
                .ToDictionary(plot => (string)plot["plot"]!, StringComparer.Ordinal);
            Expected = ReadTable(Path.Combine(Tree.Park, "expected.csv"));
        }

        public string Store => _scratch["park.gpkg"];

        public string Report => _scratch["report.json"];

        public string FirstReport => _scratch["first.json"];

        public IReadOnlyDictionary<string, JsonNode> Plots { get; }

        public IReadOnlyList<IReadOnlyDictionary<string, string>> Expected { get; }

        public CommandRun Import()
        {
            var files = Directory
                .EnumerateFiles(Tree.Park)
                .Where(file => Path.GetExtension(file) is ".txt" or ".xlsx")
                .OrderBy(file => Path.GetExtension(file), StringComparer.Ordinal)
                .ThenBy(file => file, StringComparer.Ordinal);
            return CommandRun.Of(["import", .. files, "--store", Store, "--report", Report, "--on", StatedDay]);
        }

        public void Dispose() => _scratch.Dispose();

        private static List<IReadOnlyDictionary<string, string>> ReadTable(string path)
        {
            var lines = File.ReadAllLines(path);
            var titles = lines[0].TrimStart('\ufeff').Split(',');
            return
            [
                .. lines
                    .Skip(1)
                    .Select(line => line.Split(','))
                    .Select(cells =>
                        (IReadOnlyDictionary<string, string>)
                            titles
                                .Select((title, i) => (title, cells[i]))
                                .ToDictionary(c => c.title, c => c.Item2, StringComparer.Ordinal)
                    ),
            ];
        }
    }
}
