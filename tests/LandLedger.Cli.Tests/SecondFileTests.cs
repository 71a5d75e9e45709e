using System.Globalization;
using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>What a file can only tell together with others: with the store that it comes into, or with the next file.</summary>
public sealed class SecondFileTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private string Store => _scratch["park.gpkg"];

    [Fact]
    public void A_wrong_central_meridian_is_seen_against_the_plots_that_the_store_holds()
    {
        Import(Survey("first.txt", "A", 40, 490_000)).Expect(0);
        var run = Import(Survey("second.txt", "B", 39, 495_000)).Expect(0);
        Assert.Contains("coordinates.other-zone", run.Out, StringComparison.Ordinal);
        Assert.Contains("EPSG:4549", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "coordinates.",
            Import(Survey("third.txt", "C", 40, 499_000)).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Parts_of_a_plot_line_that_no_field_holds_are_not_told_as_lost_columns() =>
        Assert.DoesNotContain(
            "column.unknown",
            Import(Survey("first.txt", "A", 40, 490_000)).Expect(0).Out,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("one.csv", "two.csv", "甲公司")]
    [InlineData("two.csv", "one.csv", "乙公司")]
    public void Two_files_that_contradict_each_other_are_named_in_either_order(string first, string second, string lost)
    {
        _scratch.Write("one.csv", "地块编号,面积（亩）,使用权人,约定动工日期\nA-1,30,甲公司,2024-03-01\n");
        // 2.001 公顷 is 30.015 亩: the same area within 1 %, so it is no contradiction.
        _scratch.Write("two.csv", "地块编号,面积（公顷）,使用权人,约定动工日期\nA-1,2.001,乙公司,2024-03-01\n");
        var run = Import(_scratch[first], _scratch[second]).Expect(0);
        var told = Assert.Single(
            run.Out.Split('\n'),
            line => line.Contains("plot.contradiction", StringComparison.Ordinal)
        );
        Assert.Contains(lost, told, StringComparison.Ordinal);
        Assert.Contains(first + " 第 2 行", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Land_that_comes_under_a_second_number_is_named_when_it_comes()
    {
        Import(Survey("first.txt", "A", 40, 490_000)).Expect(0);
        Assert.DoesNotContain(
            "plot.overlap",
            Import(Survey("next.txt", "B", 40, 491_000)).Expect(0).Out,
            StringComparison.Ordinal
        );
        var run = Import(Survey("twice.txt", "C", 40, 490_002)).Expect(0);
        Assert.Contains("twice.txt", run.Out, StringComparison.Ordinal);
        // 98 m of 100 m by 100 m: 9,800 m² are 14.7 mu.
        Assert.Contains(
            "地块 C-2 [plot.overlap] 与地块 A-2 的界址重叠 14.7 亩，占较小一宗的 98%",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Equal(4, run.Out.Split("[plot.overlap]").Length - 1);
        Assert.DoesNotContain(
            "plot.overlap",
            Import(Survey("next.txt", "B", 40, 491_000)).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Impossible_days_are_told_where_they_stand_and_not_again_for_each_later_file()
    {
        var ledger = _scratch.Write("台账.csv", "地块编号,约定动工日期,约定竣工日期\nA-1,2024-03-01,2023-03-01\n");
        Assert.Contains("dates.order", Import(ledger).Expect(0).Out, StringComparison.Ordinal);
        var other = _scratch.Write("名称.csv", "地块编号,项目名称,使用权人\nA-1,阀门厂,甲公司\n");
        Assert.DoesNotContain("dates.order", Import(other).Expect(0).Out, StringComparison.Ordinal);
    }

    /// <summary>The later day's cell where a row has both days, else the cell that it does have.</summary>
    [Theory]
    [InlineData("地块编号,竣工日期,实际动工日期\nA-1,2023-03-01,2024年3月1日\n", "竣工日期", 2, "2023-03-01")]
    [InlineData("地块编号,实际动工日期\nA-1,2024年3月1日\n", "实际动工日期", 2, "2024-03-01")]
    public void Impossible_days_name_their_cell(string table, string title, int column, string value)
    {
        Import(_scratch.Write("已有.csv", "地块编号,竣工日期,面积（亩）\nA-1,2023-03-01,30\n")).Expect(0);
        var ledger = _scratch.Write("台账.csv", table);
        CommandRun.Of("import", ledger, "--store", Store, "--report", _scratch["r.json"]).Expect(0);
        var issue = Assert.Single(
            JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!["issues"]!.AsArray(),
            issue => (string)issue!["code"]! == "dates.order"
        )!;
        Assert.Equal(
            ("台账.csv", 2, column, title, value),
            (
                (string)issue["file"]!,
                (int)issue["line"]!,
                (int)issue["column"]!,
                (string)issue["title"]!,
                (string)issue["value"]!
            )
        );
    }

    [Theory]
    [InlineData("甲公司", "乙公司")]
    [InlineData("乙公司", "甲公司")]
    public void Two_files_that_contradict_each_other_are_named_though_one_repeats_what_the_store_holds(
        string first,
        string second
    )
    {
        Import(_scratch.Write("已有.csv", "地块编号,使用权人,面积（亩）\nA-1,甲公司,30\n")).Expect(0);
        var one = _scratch.Write("one.csv", $"地块编号,使用权人,面积（亩）\nA-1,{first},30\n");
        var two = _scratch.Write("two.csv", $"地块编号,使用权人,面积（亩）\nA-1,{second},30\n");
        var told = Assert.Single(
            Import(one, two).Expect(0).Out.Split('\n'),
            line => line.Contains("plot.contradiction", StringComparison.Ordinal)
        );
        Assert.Contains($"two.csv 第 2 行“使用权人”列", told, StringComparison.Ordinal);
        Assert.Contains($"“{second}”，one.csv 第 2 行为“{first}”", told, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Import(params string[] files) => CommandRun.Of(["import", .. files, "--store", Store]);

    /// <summary>Four squares of 100 m in a row, eastings without the zone before them.</summary>
    private string Survey(string name, string prefix, int zone, int easting)
    {
        var plots = Enumerable
            .Range(1, 4)
            .Select(i =>
            {
                var (x, y) = (3_142_000, easting + 200 * i);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"5,1.0000,{prefix}-{i},项目,面,,工业用地,,@\nJ1,1,{x},{y}\nJ2,1,{x + 100},{y}\nJ3,1,{x + 100},{y + 100}\nJ4,1,{x},{y + 100}\nJ1,1,{x},{y}\n"
                );
            });
        return _scratch.Write(
            name,
            $"[属性描述]\n格式版本号=1.01\n数据产生单位=测绘队\n数据产生日期=2026-05-20\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号={zone}\n精度=0.001\n转换参数=,,,,,,\n[地块坐标]\n"
                + string.Concat(plots)
        );
    }
}
