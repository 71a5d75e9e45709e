namespace LandLedger.Cli.Tests;

/// <summary>Exit codes and words when something is wrong: 1 input refused, 2 wrong usage, 3 store or disk trouble.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("evaluate", "--as-of", "2026-06-30")]
    [InlineData("evaluate", "--store", "x.gpkg", "--as-of", "2026-02-30")]
    [InlineData("evaluate", "--store", "x.gpkg", "--as-of", "2200-01-01")]
    [InlineData("evaluate", "--store", "x.gpkg", "--as-of", "1949-09-30")]
    [InlineData("list", "--store", "x.gpkg", "--as-of", "2026-06-30", "--format", "pdf", "-o", "x")]
    [InlineData("list", "--store", "x.gpkg", "--as-of", "2026-06-30", "-o", "x", "--category", "idle,no-such")]
    [InlineData("list", "--store", "x.gpkg", "--as-of", "2026-06-30", "-o", "x", "--category", ",")]
    [InlineData("import", "no-such-file.txt", "--store", "x.gpkg")]
    [InlineData("acreage", "--store", "x.gpkg", "--as-of", "2026-06-30", "--by", "colour")]
    [InlineData("no-such-command")]
    public void Wrong_usage_is_exit_2_and_says_what_to_do(params string[] arguments) =>
        Assert.NotEmpty(CommandRun.Of(arguments).Expect(2).Error);

    /// <summary>A store may keep a package that is not at hand, and so is opened before it is said that there is none.</summary>
    [Fact]
    public void A_package_that_neither_is_at_hand_nor_kept_is_exit_2()
    {
        var ledger = _scratch.Write("p.csv", "地块编号,面积（亩）\nA-1,30\n");
        CommandRun.Of("import", ledger, "--store", _scratch["p.gpkg"]).Expect(0);
        string[] asked = ["evaluate", "--store", _scratch["p.gpkg"], "--as-of", "2026-06-30", "--rules", "no-such"];
        Assert.Contains("no-such", CommandRun.Of(asked).Expect(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_not_there_is_exit_3()
    {
        var run = CommandRun.Of("evaluate", "--store", _scratch["none.gpkg"], "--as-of", "2026-06-30").Expect(3);
        Assert.Contains("none.gpkg", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--category", "idle,undetermined")]
    [InlineData("--category", "idle", "--category", "undetermined")]
    [InlineData("--category", "idle", "undetermined")]
    [InlineData("--category", "idle, undetermined")]
    public void Categories_are_repeated_or_stand_with_commas_between_them(params string[] categories)
    {
        var ledger = _scratch.Write(
            "台账.csv",
            "地块编号,面积（亩）,供应状态,约定动工日期,是否动工\nA-1,30,,2024-03-01,否\nA-2,31,,2024-03-01,\nA-3,32,政府储备,,\n"
        );
        CommandRun.Of("import", ledger, "--store", _scratch["a.gpkg"]).Expect(0);
        string[] where = ["--store", _scratch["a.gpkg"], "--as-of", "2026-06-30", "--format", "csv"];
        CommandRun.Of(["list", .. where, "-o", _scratch["a.csv"], .. categories]).Expect(0);
        Assert.Equal(
            ["A-1", "A-2"],
            File.ReadLines(_scratch["a.csv"])
                .Select(line => line.Split(',')[0])
                .Where(plot => plot.StartsWith("A-", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_store_that_is_something_else_is_exit_3_and_stays_as_it_is()
    {
        var file = _scratch.Write("other.gpkg", "this is no database, and nobody may turn it into one");
        CommandRun.Of("import", Path.Combine(Tree.Park, "南塘片区界址点.txt"), "--store", file).Expect(3);
        Assert.StartsWith("this is no database", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void All_or_nothing_is_the_default_and_keep_good_is_asked_for()
    {
        var ledger = _scratch.Write(
            "台账.csv",
            "地块编号,面积（亩）,约定动工日期\nA-1,30.5,2024-03-01\nA-2,202300,2024-03-01\nA-3,12,2023-13-45\n"
        );
        var refused = CommandRun.Of("import", ledger, "--store", _scratch["a.gpkg"]).Expect(1);
        Assert.Contains("2023-13-45", refused.Out, StringComparison.Ordinal);
        Assert.Contains("202300", refused.Out, StringComparison.Ordinal);
        var kept = CommandRun.Of("import", ledger, "--store", _scratch["a.gpkg"], "--keep-good").Expect(0);
        Assert.Contains("新增 1 宗", kept.Out, StringComparison.Ordinal);
        Assert.Contains("拒收 2 条", kept.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_ledger_tells_field_old_and_new_and_what_ended()
    {
        var ledger = _scratch.Write(
            "台账.csv",
            "地块编号,面积（亩）,约定动工日期\nA-1,30.5,2024-03-01\nA-2,20,2024-03-01\n"
        );
        CommandRun.Of("import", ledger, "--store", _scratch["a.gpkg"], "--on", "2025-01-01").Expect(0);
        File.WriteAllText(ledger, "地块编号,面积（亩）,约定动工日期\nA-1,30.5,2024-09-01\nA-3,7,\n");
        CommandRun
            .Of("import", ledger, "--store", _scratch["a.gpkg"], "--on", "2025-01-31", "--report", _scratch["r.json"])
            .Expect(0);
        var report = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
        Assert.Equal((1, 1, 1), ((int)report["added"]!, (int)report["changed"]!, (int)report["ended"]!));
        var changed = report["changes"]!.AsArray().Single(c => (string)c!["kind"]! == "changed")!;
        var fact = Assert.Single(changed["facts"]!.AsArray())!;
        Assert.Equal(
            ("agreed_start", "2024-03-01", "2024-09-01"),
            ((string)fact["field"]!, (string)fact["old"]!, (string)fact["new"]!)
        );
        var before = CommandRun.Of(
            "evaluate",
            "--store",
            _scratch["a.gpkg"],
            "--as-of",
            "2025-01-30",
            "--format",
            "ndjson"
        );
        var after = CommandRun.Of(
            "evaluate",
            "--store",
            _scratch["a.gpkg"],
            "--as-of",
            "2025-01-31",
            "--format",
            "ndjson"
        );
        Assert.Contains("\"plot\":\"A-2\"", before.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\"plot\":\"A-2\"", after.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();
}
