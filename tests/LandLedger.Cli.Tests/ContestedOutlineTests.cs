namespace LandLedger.Cli.Tests;

/// <summary>Outlines of one plot that differ: in one file neither counts, in two files the later one does, and each is told.</summary>
public sealed class ContestedOutlineTests : IDisposable
{
    /// <summary>100 m by 200 m, 30 mu, and 300 m by 200 m, 90 mu, in the 38th zone of three degrees.</summary>
    private const string Small =
        "\"POLYGON((38536000 2907000,38536200 2907000,38536200 2907100,38536000 2907100,38536000 2907000))\"";
    private const string Large =
        "\"POLYGON((38536000 2907000,38536200 2907000,38536200 2907300,38536000 2907300,38536000 2907000))\"";
    private const string Beside =
        "\"POLYGON((38537000 2907000,38537200 2907000,38537200 2907100,38537000 2907100,38537000 2907000))\"";

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(Small, Large)]
    [InlineData(Large, Small)]
    public void Neither_of_two_outlines_in_a_file_is_kept_whichever_comes_first(string first, string second)
    {
        foreach (var store in (string[])["empty.gpkg", "filled.gpkg"])
        {
            if (store == "filled.gpkg")
                Import(store, ("别.csv", $"地块编号,WKT\nB-1,{Beside}\n")).Expect(0);
            var rows = ("界址.csv", $"地块编号,WKT\nA-1,{first}\nA-1,{second}\n");
            Assert.Contains("[plot.duplicate]", Import(store, rows).Expect(1).Out, StringComparison.Ordinal);
            Import(store, ["--keep-good"], rows).Expect(0);
            Assert.Equal("|", Outline(store));
            CommandRun.Of("verify", "--store", _scratch[store]).Expect(0);
        }
    }

    [Fact]
    public void A_known_outline_stays_while_rows_contradict_each_other()
    {
        Import("park.gpkg", ("界址.csv", $"地块编号,WKT\nA-1,{Small}\n")).Expect(0);
        Import("park.gpkg", ["--keep-good"], ("界址.csv", $"地块编号,WKT\nA-1,{Large}\nA-1,{Beside}\n")).Expect(0);
        Assert.Equal("30|1", Outline("park.gpkg"));
        CommandRun.Of("verify", "--store", _scratch["park.gpkg"]).Expect(0);
    }

    [Fact]
    public void Of_two_files_the_later_outline_counts_and_both_are_named()
    {
        var run = Import(
                "park.gpkg",
                ("一.csv", $"地块编号,WKT\nA-1,{Small}\n"),
                ("二.csv", $"地块编号,WKT\nA-1,{Large}\n")
            )
            .Expect(0);
        Assert.Contains("[plot.contradiction] 界址图形：本文件为“90亩", run.Out, StringComparison.Ordinal);
        Assert.Contains("一.csv 第 2 行为“30亩", run.Out, StringComparison.Ordinal);
        Assert.Equal("90|1", Outline("park.gpkg"));
    }

    [Fact]
    public void A_fact_that_one_file_takes_back_and_a_later_one_states_is_named_with_both()
    {
        Import("park.gpkg", ("台账.csv", "地块编号,使用权人\nA-1,甲\n")).Expect(0);
        var run = Import(
                "park.gpkg",
                ("一.csv", "地块编号,使用权人\nA-1,撤销\n"),
                ("二.csv", "地块编号,使用权人\nA-1,乙\n")
            )
            .Expect(0);
        Assert.Contains("本文件为“乙”，一.csv 第 2 行为“撤销”", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_record_is_refused_keeping_the_good_is_refused_too() =>
        Import("park.gpkg", ["--keep-good"], ("台账.csv", "地块编号,面积（亩）\nA-1,202300000000\n")).Expect(1);

    public void Dispose() => _scratch.Dispose();

    private CommandRun Import(string store, params (string Name, string Text)[] files) => Import(store, [], files);

    private CommandRun Import(string store, string[] more, params (string Name, string Text)[] files) =>
        CommandRun.Of([
            "import",
            .. files.Select(file => _scratch.Write(file.Name, file.Text)),
            "--store",
            _scratch[store],
            "--crs",
            "EPSG:4526",
            "--on",
            "2026-06-30",
            .. more,
        ]);

    /// <summary>Measured mu, whole, and how many places of the index the outline has.</summary>
    private string Outline(string store) =>
        Tool.Sqlite(
                _scratch[store],
                "SELECT CAST(round(measured_mu) AS INTEGER), CASE WHEN geom IS NOT NULL THEN 1 END FROM plots WHERE plot = 'A-1'"
            )
            .TrimEnd('\n');
}
