using System.Text.Json.Nodes;
using LandLedger.GeoPackage;
using LandLedger.Import;

namespace LandLedger.Cli.Tests;

/// <summary>Files of one import that say different things of a year, a supplement or a delay of a plot: nothing is lost in silence.</summary>
public sealed class ContradictoryPartsTests : IDisposable
{
    private const string Year = "年度,税收（万元）,产值（万元）";
    private const string Supplement = "补充协议签订日期,补充协议约定动工日期,补充协议原因";
    private const string Delay = "延误原因,延误开始日期,延误结束日期";

    private readonly Scratch _scratch = new();

    /// <summary>甲.csv contradicts itself, 乙.csv says a third thing; whichever comes first.</summary>
    [Theory]
    [InlineData(
        Year,
        "2024,10,|2024,20,|2024,30,90",
        "Year is '2024: Tax 300,000 yuan' here and is not taken, since rows 2 and 3 of 甲.csv contradict each other in it; the store has '2024: Tax not recorded'"
    )]
    [InlineData(
        Supplement,
        "2023-02-01,2025-01-01,|2023-02-01,2025-06-01,|2023-02-01,2025-09-01,",
        "supplement is '2023-02-01: Agreed start 2025-09-01' here and is not taken, since rows 2 and 3 of 甲.csv contradict each other in it; the store has '2023-02-01: Agreed start 2025-01-01; 2023-02-01: Agreed start 2025-06-01'"
    )]
    [InlineData(
        Delay,
        "规划调整,2023-06-01,2024-01-31|规划调整,2023-06-01,2024-02-29|规划调整,2023-06-01,2024-03-31",
        "delay is 'plan change 2023-06-01: Delay to 2024-03-31' here and is not taken, since rows 2 and 3 of 甲.csv contradict each other in it; the store has 'plan change 2023-06-01: Delay to 2024-01-31; plan change 2023-06-01: Delay to 2024-02-29'"
    )]
    public void What_another_file_states_of_a_contested_part_is_named_as_not_taken(
        string titles,
        string rows,
        string told
    )
    {
        var cells = rows.Split('|');
        Write("甲.csv", titles, cells[0], cells[1]);
        Write("乙.csv", titles, cells[2]);
        foreach (
            var files in (string[][])
                [
                    ["甲.csv", "乙.csv"],
                    ["乙.csv", "甲.csv"],
                ]
        )
        {
            File.Delete(_scratch["park.gpkg"]);
            Import(files, "--keep-good");
            var issue = Assert.Single(Issues(), issue => (string)issue["code"]! == "plot.contested");
            Assert.Equal(
                ("乙.csv", 2, "A-1", told, "Correct the rows of 甲.csv that contradict each other and import again"),
                (
                    (string)issue["file"]!,
                    (int)issue["line"]!,
                    (string)issue["plot"]!,
                    (string)issue["text"]!["en"]!,
                    (string)issue["fix"]!["en"]!
                )
            );
        }
    }

    [Fact]
    public void What_is_not_taken_is_told_in_words_and_what_nobody_contests_is_taken()
    {
        Write("甲.csv", Year, "2024,10,", "2024,20,");
        Write("乙.csv", Year, "2024,30,90");
        var run = Import(["甲.csv", "乙.csv"], "--keep-good");
        Assert.Contains(
            "年度：本行为“2024: 税收 300,000元”，因 甲.csv 第 2 行与第 3 行对此前后不一，未采用；台账中为“2024: 税收 未记录”",
            run.Out,
            StringComparison.Ordinal
        );
        var year = Assert.Single(Plot().Years);
        Assert.Equal((null, 900_000m), (year.Tax?.Yuan, year.Output?.Yuan));
    }

    [Theory]
    [InlineData(
        Year,
        "2024,10,50|2024,20,50",
        "year",
        "2024: tax=200000",
        "Year",
        "2024: Tax 200,000 yuan",
        "2024: Tax 100,000 yuan"
    )]
    [InlineData(
        Supplement,
        "2023-02-01,2025-01-01,|2023-02-01,2025-06-01,规划",
        "supplement",
        "2023-02-01: agreed_start=2025-06-01",
        "supplement",
        "2023-02-01: Agreed start 2025-06-01",
        "2023-02-01: Agreed start 2025-01-01"
    )]
    [InlineData(
        Supplement,
        ",2025-01-01,规划|,2025-01-01,资金",
        "supplement",
        ": supplement_reason=资金",
        "supplement",
        ": Supplement reason 资金",
        ": Supplement reason 规划"
    )]
    [InlineData(
        Delay,
        "规划调整,2023-06-01,2024-01-31|规划调整,2023-06-01,2024-02-29",
        "delay",
        "plan-change 2023-06-01: delay_to=2024-02-29",
        "delay",
        "plan change 2023-06-01: Delay to 2024-02-29",
        "plan change 2023-06-01: Delay to 2024-01-31"
    )]
    public void Two_files_that_contradict_each_other_in_a_part_are_both_named_and_the_later_counts(
        string titles,
        string rows,
        string field,
        string value,
        string title,
        string said,
        string other
    )
    {
        var cells = rows.Split('|');
        Write("甲.csv", titles, cells[0]);
        Write("乙.csv", titles, cells[1]);
        foreach (var told in (ReadOnlySpan<int>)[1, 2])
        {
            Import(["甲.csv", "乙.csv"]);
            var issue = Assert.Single(Issues(), issue => (string)issue["code"]! == "plot.contradiction");
            Assert.Equal(
                (
                    "乙.csv",
                    2,
                    field,
                    value,
                    $"{title} is '{said}' here and '{other}' in 甲.csv line 2; what stands here is taken"
                ),
                (
                    (string)issue["file"]!,
                    (int)issue["line"]!,
                    (string)issue["field"]!,
                    (string)issue["value"]!,
                    (string)issue["text"]!["en"]!
                )
            );
        }
        Import(["乙.csv", "甲.csv"]);
        Assert.Equal(
            $"{title} is '{other}' here and '{said}' in 乙.csv line 2; what stands here is taken",
            (string)Assert.Single(Issues(), issue => (string)issue["code"]! == "plot.contradiction")["text"]!["en"]!
        );
    }

    [Fact]
    public void The_later_of_two_files_counts_in_a_table_of_its_own_too()
    {
        Write("甲.csv", Year, "2024,10,50");
        _scratch.Write("年度.csv", $"地块编号,{Year}\nA-1,2024,20,\n");
        Import(["年度.csv", "甲.csv"]);
        Assert.Equal((200_000m, 500_000m), (Plot().Years[0].Tax?.Yuan, Plot().Years[0].Output?.Yuan));
        var issue = Assert.Single(Issues(), issue => (string)issue["code"]! == "plot.contradiction");
        Assert.Equal(("年度.csv", "2024: tax=200000"), ((string)issue["file"]!, (string)issue["value"]!));
    }

    [Theory]
    [InlineData(Year, "2024,10,|2024,,50|2023,5,")]
    [InlineData(Supplement, "2023-02-01,2025-01-01,|2023-02-01,,规划|2024-02-01,2026-01-01,")]
    [InlineData(Delay, "规划调整,2023-06-01,|规划调整,2023-06-01,2024-02-29|规划调整,2024-06-01,")]
    public void Files_that_add_to_a_part_contradict_nothing(string titles, string rows)
    {
        var cells = rows.Split('|');
        Write("甲.csv", titles, cells[0]);
        Write("乙.csv", titles, cells[1], cells[2]);
        Import(["甲.csv", "乙.csv"]);
        Assert.DoesNotContain(
            Issues(),
            issue => ((string)issue["code"]!).StartsWith("plot.cont", StringComparison.Ordinal)
        );
    }

    /// <summary>What the store had is no row of the file.</summary>
    [Fact]
    public void A_row_that_corrects_a_figure_of_the_store_contradicts_no_row_that_leaves_it_out()
    {
        Write("甲.csv", Year, "2024,10,50");
        Import(["甲.csv"]);
        Write("甲.csv", Year, "2024,,60", "2024,20,");
        Import(["甲.csv"]);
        Assert.DoesNotContain(Issues(), issue => (string)issue["code"]! == "plot.duplicate");
        Assert.Equal((200_000m, 600_000m), (Plot().Years[0].Tax?.Yuan, Plot().Years[0].Output?.Yuan));
    }

    [Fact]
    public void The_row_that_said_a_figure_first_is_the_one_that_is_named()
    {
        Write("甲.csv", Year, "2024,,60", "2024,20,", "2024,30,");
        Import(["甲.csv"], "--keep-good");
        var issue = Assert.Single(Issues(), issue => (string)issue["code"]! == "plot.duplicate");
        Assert.Equal(4, (int)issue["line"]!);
        Assert.StartsWith("Row 3 of this file", (string)issue["text"]!["en"]!, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private void Write(string name, string titles, params string[] rows) =>
        _scratch.Write(name, $"地块编号,面积（亩）,{titles}\n" + string.Concat(rows.Select(row => $"A-1,30,{row}\n")));

    private CommandRun Import(IEnumerable<string> files, params string[] options) =>
        CommandRun
            .Of([
                "import",
                .. files.Select(file => _scratch[file]),
                "--store",
                _scratch["park.gpkg"],
                "--report",
                _scratch["r.json"],
                .. options,
            ])
            .Expect(0);

    private Plot Plot()
    {
        using var store = GeoPackageStore.Open(_scratch["park.gpkg"], StoreMode.Read);
        return Assert.Single(store.Find("A-1"));
    }

    private IEnumerable<JsonNode> Issues() =>
        JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!["issues"]!.AsArray().Select(issue => issue!);
}
