using System.Text.Json;

namespace LandLedger.Cli.Tests;

/// <summary>Two counties that have a plot of one number.</summary>
public sealed class SharedNumberTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly string _store;

    public SharedNumberTests()
    {
        _store = _scratch["counties.gpkg"];
        var plots = _scratch.Write(
            "两县.csv",
            "地块编号,行政区代码,项目名称,面积（亩）,约定动工日期,是否动工\nA1,440117,甲,10,2022-03-01,否\nA1,230183,乙,20,2025-12-01,否\nA2,230183,丙,30,2022-03-01,否\n"
        );
        CommandRun.Of("import", plots, "--store", _store).Expect(0);
    }

    [Fact]
    public void An_explanation_asks_which_plot_is_meant_and_names_the_counties()
    {
        var asked = Explain("A1").Expect(2).Error;
        Assert.Contains(
            "几个县（市、区）都有地块 A1：230183、440117。请用 --county 指明是哪一宗",
            asked,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "面积：文件面积10.00亩",
            Explain("A1", "--county", "440117").Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "面积：文件面积20.00亩",
            Explain("A1", "--county", "230183").Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.Contains("面积：文件面积30.00亩", Explain("A2").Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains(
            "440117 没有地块 A2",
            Explain("A2", "--county", "440117").Expect(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "不是 6 位行政区代码",
            Explain("A1", "--county", "44").Expect(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_id_of_a_map_names_the_plot_to_explain()
    {
        var more = _scratch.Write("又.csv", "地块编号,面积（亩）,约定动工日期,是否动工\nA2,40,2022-03-01,否\n");
        CommandRun.Of("import", more, "--store", _store).Expect(0);

        Assert.Contains("面积：文件面积20.00亩", Explain("230183:A1").Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("没有地块 230184:A1", Explain("230184:A1").Expect(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_says_of_which_county_the_doubtful_plot_is()
    {
        var uses = _scratch.Write("用途.csv", "地块编号,行政区代码,土地用途\nA1,440117,0601\n");
        CommandRun.Of("import", uses, "--store", _store).Expect(0);

        var check = CommandRun.Of("check", "--store", _store).Expect(0).Out;
        Assert.Contains("地块 440117:A1 [land-use.ambiguous]", check, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ids_of_map_and_list_tell_them_apart()
    {
        CommandRun
            .Of("map", "--store", _store, "--as-of", "2026-06-30", "--format", "geojson", "-o", _scratch["m.geojson"])
            .Expect(0);
        CommandRun
            .Of("list", "--store", _store, "--as-of", "2026-06-30", "--format", "geojson", "-o", _scratch["l.geojson"])
            .Expect(0);

        Assert.Equal(["230183:A1", "440117:A1", "A2"], Ids("m.geojson"));
        Assert.Subset(Ids("m.geojson").ToHashSet(), Ids("l.geojson").ToHashSet());
        Assert.Contains("440117:A1", Ids("l.geojson"));
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Explain(string plot, params string[] more) =>
        CommandRun.Of(["explain", plot, "--store", _store, "--as-of", "2026-06-30", .. more]);

    private List<string> Ids(string file)
    {
        using var map = JsonDocument.Parse(File.ReadAllText(_scratch[file]));
        return
        [
            .. map
                .RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(feature => feature.GetProperty("id").GetString()!)
                .Order(StringComparer.Ordinal),
        ];
    }
}
