using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Tables;

/// <summary>The ledgers of the sample park: merged titles, two header rows, subtotals, notes, units in the heading.</summary>
public sealed class ParkLedgerTests
{
    [Fact]
    public void The_clearance_register_gives_its_110_plots_and_4709_31_mu()
    {
        var (rows, issues) = Read("逐宗清查台账.xlsx");

        Assert.Equal(110, rows.Count);
        Assert.DoesNotContain(rows, row => row.Refused);
        Assert.All(rows, row => Assert.Equal(RowKind.Plot, row.Kind));
        // 4709.31 is what its own 合计 row says.
        Assert.Equal(4709.31m, rows.Sum(row => row.Number(PlotFields.StatedMu)));
        // Three 小计 and one 合计, two notes; none of them disagrees.
        Assert.Equal(4, issues.Count(issue => issue.Code == "table.total-row"));
        Assert.Equal(2, issues.Count(issue => issue.Code == "table.note-row"));
        Assert.DoesNotContain(issues, issue => issue.Code is "table.total" or "unit.assumed");
        // 203.72 万元 by the heading, 20906.20 m² by the title.
        Assert.Equal(2_037_200m, rows[0].Number(PlotFields.Price));
        Assert.Equal(31.3593m, rows[0].Number(PlotFields.FloorMu));
    }

    [Fact]
    public void Columns_that_hold_no_plot_fact_are_listed_in_one_note()
    {
        var (_, issues) = Read("逐宗清查台账.xlsx");
        var unknown = Assert.Single(issues, issue => issue.Code == "column.unknown");
        Assert.Equal(
            "初步认定、认定情况、拟处置方式、一企一策、处置批次、计划完成时间、责任人",
            unknown.Arguments["titles"]
        );
    }

    [Fact]
    public void Grants_of_a_year_under_grouped_titles_are_read_with_their_total()
    {
        var (rows, issues) = Read("供地台账.xlsx");
        Assert.Equal(16, rows.Count);
        Assert.Equal(1696m, rows.Sum(row => row.Number(PlotFields.StatedMu)));
        Assert.Equal(new DateOnly(2025, 7, 31), rows[0].Fact(PlotFields.AgreedStart).Date);
        Assert.False(rows[0].Fact(PlotFields.BegunOn).IsKnown);
        Assert.Equal(2, issues.Count(issue => issue.Code == "date.unknown"));
        Assert.DoesNotContain(issues, issue => issue.Severity == Severity.Refuse);
    }

    [Fact]
    public void Sheets_of_supplements_and_of_delays_are_told_from_plots()
    {
        var (rows, _) = Read("补充协议及延误.xlsx");
        Assert.Equal(2, rows.Count(row => row.Kind == RowKind.Supplement));
        Assert.Equal(8, rows.Count(row => row.Kind == RowKind.Delay));
        Assert.Equal(new DateOnly(2024, 10, 15), rows[0].Supplement!.AgreedStart);
        var late = rows.Single(row => row.Delay?.Kind == DelayKind.LateDelivery).Delay!;
        Assert.Equal((new DateOnly(2024, 6, 1), new DateOnly(2024, 11, 30)), (late.From, late.To));
        Assert.Equal(Cause.Authority, late.Cause);
    }

    [Fact]
    public void Firms_of_three_years_keep_their_unknown_figures_unknown()
    {
        var (rows, issues) = Read("企业年度数据.xlsx");
        Assert.Equal(276, rows.Count);
        Assert.All(rows, row => Assert.Equal(RowKind.FirmYear, row.Kind));
        Assert.DoesNotContain(issues, issue => issue.Severity == Severity.Refuse);
        Assert.DoesNotContain(issues, issue => issue.Code == "credit-code.check");
        var landOnly = rows.Single(row => row.Line == 277);
        Assert.Empty(landOnly.FirmYears);
        Assert.Equal(15m, landOnly.Occupancies.Single().Land!.Value.Mu);
        Assert.Equal(420_000m, rows.Single(row => row.Line == 278).FirmYears.Single().Tax!.Value.Yuan);
    }

    [Fact]
    public void Two_sheets_of_watched_firms_come_under_their_own_names()
    {
        var (rows, _) = Read("履约监管.xlsx");
        Assert.Equal(6, rows.Count(row => row.File == "履约监管.xlsx#第一批"));
        Assert.Equal(8, rows.Count(row => row.File == "履约监管.xlsx#第二批"));
        Assert.All(rows, row => Assert.True(row.Fact(PlotFields.Begun).Flag));
        // A date cell, a percentage as text and a share as number.
        Assert.Equal(new DateOnly(2025, 3, 31), rows[0].Fact(PlotFields.AgreedStart).Date);
        Assert.All(rows, row => Assert.Equal(1m, row.Number(PlotFields.FoundationShare)));
    }

    private static (List<ParsedRow> Rows, List<ImportIssue> Issues) Read(string file) =>
        Ledgers.ReadFile(SharedData.Repository("data", "park", file));
}
