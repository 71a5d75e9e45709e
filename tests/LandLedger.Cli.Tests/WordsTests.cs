using System.Text.RegularExpressions;

namespace LandLedger.Cli.Tests;

/// <summary>Whatever goes wrong is told in our own words, in the language of the session: what was written, and what may be written instead.</summary>
public sealed partial class WordsTests : IDisposable
{
    private const string Day = "2026-06-30";

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("请写明命令：import, layer, check, history, classes, ledger, verify, evaluate")]
    [InlineData("没有命令“no-such”；可用：import,", "no-such")]
    [InlineData("缺少 --store PARK.gpkg：台账文件", "evaluate", "--as-of", Day)]
    [InlineData("缺少 FILE：要导入的文件", "import", "--store", "x.gpkg")]
    [InlineData("--as-of 后面缺少值", "evaluate", "--store", "x.gpkg", "--as-of")]
    [InlineData("--as-of 的“2026-02-30”不是日期", "evaluate", "--store", "x.gpkg", "--as-of", "2026-02-30")]
    [InlineData("--store 只能有一个值，现有：x, y", "check", "--store", "x", "--store", "y")]
    [InlineData("--store 后面缺少值", "check", "--store", " ")]
    [InlineData("--format 不能是“pdf”；可用：table, json", "check", "--store", "x.gpkg", "--format", "pdf")]
    [InlineData("check 没有选项“--colour”；可用：--store", "check", "--store", "x.gpkg", "--colour")]
    [InlineData("多余的“red”：check 不需要", "check", "--store", "x.gpkg", "red")]
    [InlineData(
        "import 没有选项“--layuot”；可用：--store, --layout",
        "import",
        "a.csv",
        "--store",
        "x",
        "--layuot",
        "own"
    )]
    [InlineData("找不到 @words，或所在文件夹不存在", "import", "@words", "--store", "x.gpkg")]
    [InlineData("“nowhere”不是监听地址", "serve", "--store", "x.gpkg", "--urls", "nowhere")]
    public void Wrong_usage_is_told_in_Chinese(string said, params string[] arguments)
    {
        var run = CommandRun.Of(arguments).Expect(2);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(EnglishSentence(), run.Error);
    }

    [Fact]
    public void Wrong_usage_is_told_in_English_when_asked_for()
    {
        var run = CommandRun.Of("check", "--store", "x.gpkg", "--format", "pdf", "--lang", "en").Expect(2);
        Assert.Contains("--format cannot be \"pdf\"; there are table, json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_used_are_named_with_the_reason()
    {
        var store = _scratch["park.gpkg"];
        var ledger = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,30\n");
        CommandRun.Of("import", ledger, "--store", store).Expect(0);
        var folder = Directory.CreateDirectory(_scratch["folder"]).FullName;

        Told(3, "是文件夹，请写明文件", "list", "--store", store, "--as-of", Day, "-o", folder);
        Told(3, "是文件夹，请写明文件", "map", "--store", store, "--as-of", Day, "--format", "gpkg", "-o", folder);
        Told(
            2,
            "已是文件，不能作文件夹",
            "list",
            "--store",
            store,
            "--as-of",
            Day,
            "-o",
            Path.Combine(ledger, "x.xlsx")
        );
        Told(3, "是文件夹，不是数据库文件", "check", "--store", folder);
        Told(2, "不能在其中新建台账", "import", ledger, "--store", _scratch["none/park.gpkg"]);
        Told(3, "已是文件，不能作文件夹", "demo", "--no-serve", "--out", ledger);
        Told(2, "是文件夹，请写明文件", "import", folder, "--store", store);
    }

    /// <summary>No file may grow beyond 8 KiB, so that the index of the log (32 KiB) finds no room; a look needs none.</summary>
    [Fact]
    public void A_disk_without_room_for_the_files_beside_the_store_is_told_in_words()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit");
        var store = _scratch["park.gpkg"];
        var ledger = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,30\n");
        CommandRun.Of("import", ledger, "--store", store).Expect(0);
        var more = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,31\n");

        var run = CommandRun.Bounded("ulimit -f 8", "import", more, "--store", store);
        Assert.Contains($"磁盘已满，{store} 未作改动", run.Expect(3).Error, StringComparison.Ordinal);
        CommandRun.Bounded("ulimit -f 8", "check", "--store", store).Expect(0);
        CommandRun.Of("import", more, "--store", store).Expect(0);
    }

    [Fact]
    public void A_map_that_cannot_be_written_is_named_as_the_user_named_it()
    {
        var store = _scratch["park.gpkg"];
        CommandRun.Of("import", Path.Combine(Tree.Park, "南塘片区界址点.txt"), "--store", store).Expect(0);

        Told(
            3,
            "打不开 /proc/m.gpkg：",
            "map",
            "--store",
            store,
            "--as-of",
            Day,
            "--format",
            "gpkg",
            "-o",
            "/proc/m.gpkg"
        );
    }

    [Fact]
    public void A_damaged_store_says_so_without_the_words_of_the_database_engine()
    {
        var store = _scratch["park.gpkg"];
        CommandRun.Of("import", Path.Combine(Tree.Park, "南塘片区界址点.txt"), "--store", store).Expect(0);
        using (var file = File.OpenWrite(store))
            file.SetLength(20_000);
        Told(3, "已损坏或不完整，请使用备份（SQLite 11）", "evaluate", "--store", store, "--as-of", Day);
    }

    [Fact]
    public void Files_of_rules_and_layouts_are_refused_in_the_language_of_the_session()
    {
        var broken = _scratch.Write("broken.json", "{\n  \"id\": \"x\",\n");
        var nameless = _scratch.Write("nameless.json", "{ \"id\": \"x\" }");
        var ledger = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,30\n");

        Told(2, "不是有效的 JSON，错在 3:1（行:列）", "evaluate", "--store", "x", "--as-of", Day, "--rules", broken);
        Told(2, "不是有效的 JSON，错在 3:1（行:列）", "import", ledger, "--store", "x", "--layout", broken);
        Told(2, "缺少成员 title", "import", ledger, "--store", "x", "--layout", nameless);
    }

    [Fact]
    public void The_help_is_in_the_language_of_the_session()
    {
        var chinese = CommandRun.Of("list", "--help").Expect(0).Out;
        Assert.Contains(
            "用法：landledger list --store PARK.gpkg --as-of yyyy-MM-dd --output FILE [选项]",
            chinese,
            StringComparison.Ordinal
        );
        Assert.Contains("--format xlsx|csv|json|geojson", chinese, StringComparison.Ordinal);
        Assert.DoesNotMatch(EnglishSentence(), chinese);
        var english = CommandRun.Of("--help", "--lang", "en").Expect(0).Out;
        Assert.Contains("Usage: landledger COMMAND [OPTIONS]", english, StringComparison.Ordinal);
        Assert.Contains("acreage", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("landledger case step NUMBER KIND --store", "case", "step")]
    [InlineData("landledger token add --", "token", "add")]
    [InlineData("landledger issued write NUMBER --", "issued", "write")]
    [InlineData("landledger case COMMAND", "case")]
    public void The_help_names_a_command_as_it_is_typed(string usage, params string[] command) =>
        Assert.Contains(
            "Usage: " + usage,
            CommandRun.Of([.. command, "--help", "--lang", "en"]).Expect(0).Out,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_help_names_defaults_as_they_would_be_typed()
    {
        var help = CommandRun.Of("serve", "--help").Expect(0).Out;
        Assert.DoesNotContain("System.", help, StringComparison.Ordinal);
        Assert.Contains("缺省 256", help, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private static void Told(int exit, string said, params string[] arguments)
    {
        var run = CommandRun.Of(arguments).Expect(exit);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(EnglishSentence(), run.Error);
    }

    /// <summary>Three words in a row are a sentence; names of options and codes have commas or signs between them.</summary>
    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")]
    private static partial Regex EnglishSentence();
}
