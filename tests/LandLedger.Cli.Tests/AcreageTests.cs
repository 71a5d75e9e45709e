using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace LandLedger.Cli.Tests;

/// <summary>The figures of the work reports out of the plots of the sample park, against the totals written by hand.</summary>
public sealed class AcreageTests(ParkTests.ImportedPark park) : IClassFixture<ParkTests.ImportedPark>
{
    [Fact]
    public void Supply_of_a_year_adds_up_to_the_report_in_all_and_of_industry()
    {
        var years = Rows("year");
        Assert.Equal(ExpectedTotals.At("L9", "supplied"), Sum(years.Single(row => (string?)row["year"] == "2025")));
        Assert.Equal((138 - 12, 10324.31m - 600 - 3319), Added(years.Where(row => row["year"] is not null)));

        var uses = Rows("year,use").Where(row => (string?)row["year"] == "2025").ToList();
        Assert.Equal(
            ExpectedTotals.At("L9", "industrial"),
            Sum(uses.Single(row => (string?)row["use"] == "industrial"))
        );
        var others = ExpectedTotals.Under("L9", "otherUses").Values.Order();
        Assert.Equal(others, uses.Where(row => (string?)row["use"] != "industrial").Select(Sum).Order());
    }

    [Fact]
    public void The_largest_buyer_of_a_year_is_named_with_its_plots()
    {
        var expected = ExpectedTotals.Node("L9", "largestBuyer");
        var largest = Rows("year,holder", "--plots")
            .Where(row => (string?)row["year"] == "2025")
            .MaxBy(row => (decimal)row["statedMu"]!)!;

        Assert.Equal(((YamlScalarNode)expected["firm"]).Value, (string)largest["holder"]!);
        Assert.Equal(ExpectedTotals.Number(expected["mu"]), (decimal)largest["statedMu"]!);
        Assert.Equal(
            ((YamlSequenceNode)expected["plots"]).Select(plot => ((YamlScalarNode)plot).Value),
            largest["plotNumbers"]!.AsArray().Select(plot => (string?)plot)
        );
    }

    [Fact]
    public void Reserve_and_what_is_approved_but_not_supplied_add_up_to_the_report()
    {
        var stages = Rows("stage");
        Assert.Equal(ExpectedTotals.At("L9", "reserve"), Sum(stages.Single(row => (string?)row["stage"] == "reserve")));
        Assert.Equal(
            ExpectedTotals.At("L9", "approvedNotSupplied"),
            Sum(stages.Single(row => (string?)row["stage"] == "approved"))
        );
    }

    [Theory]
    [InlineData("城东片区")]
    [InlineData("龙溪片区")]
    [InlineData("南塘片区")]
    public void Each_district_adds_up_by_class(string zone)
    {
        var expected = ExpectedTotals.Under("zones", zone);
        var rows = Rows("zone,category").Where(row => (string?)row["zone"] == zone).ToList();

        Assert.Equal(expected["all"], Added(rows));
        expected.Remove("all");
        Assert.Equal(
            expected.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            rows.Select(row => KeyValuePair.Create((string)row["category"]!, Sum(row)))
        );
    }

    [Fact]
    public void The_table_for_a_reader_has_subtotals_both_areas_and_the_plots_that_lack_one()
    {
        var table = Run("year,use").Out;
        var lines = table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Contains(lines, line => line is ["2025", "工业", "8", "1113.00", "0", "1113.00", "0"]);
        Assert.Contains(lines, line => line is ["2025", "小计", "16", "1696.00", "0", "1696.00", "0"]);
        // Two of the six approved plots have no boundary: 600 mu less 120 mu.
        Assert.Contains(lines, line => line is ["未记录", "工业", "6", "600.00", "0", "480.00", "2"]);
        Assert.Contains(lines, line => line is ["合计", "138", "10324.31", "0", "10204.08", "2"]);
    }

    [Fact]
    public void A_table_for_a_spreadsheet_has_every_row_with_what_it_rests_on()
    {
        var lines = Run("year", "--plots", "--format", "csv").Out.TrimStart('\ufeff').Split("\r\n");
        Assert.StartsWith("供应年度（签订年）,宗数,文件面积（亩）,", lines[0], StringComparison.Ordinal);
        var row = lines.Single(line => line.StartsWith("2025,", StringComparison.Ordinal));
        Assert.StartsWith("2025,16,1696,0,1695.9999", row, StringComparison.Ordinal);
        Assert.EndsWith(",2026-06-30,default,2026.1,park.gpkg", row, StringComparison.Ordinal);
        Assert.Contains("CD-051、CD-052", row, StringComparison.Ordinal);
    }

    private CommandRun Run(string by, params string[] options) =>
        CommandRun.Of(["acreage", "--store", park.Store, "--as-of", "2026-06-30", "--by", by, .. options]).Expect(0);

    private List<JsonNode> Rows(string by, params string[] options) =>
        [.. JsonNode.Parse(Run(by, [.. options, "--format", "json"]).Out)!["rows"]!.AsArray().Select(row => row!)];

    private static (int Plots, decimal Mu) Sum(JsonNode row) => ((int)row["plots"]!, (decimal)row["statedMu"]!);

    private static (int Plots, decimal Mu) Added(IEnumerable<JsonNode> rows) =>
        rows.Select(Sum).Aggregate((all, row) => (all.Plots + row.Plots, all.Mu + row.Mu));
}
