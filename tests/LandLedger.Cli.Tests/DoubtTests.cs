namespace LandLedger.Cli.Tests;

/// <summary>What is told to people about firms and places, in words.</summary>
public sealed class DoubtTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Firms_that_cannot_be_shared_out_and_plots_that_are_not_there_are_told_in_words()
    {
        var store = _scratch["park.gpkg"];
        var plots = _scratch.Write(
            "台账.csv",
            "地块编号,面积（亩）,约定动工日期\nA-1,30,2024-03-01\nA-2,30,2024-03-01\n"
        );
        var firms = _scratch.Write(
            "企业.csv",
            "企业名称,年度,地块编号,税收（万元）\n甲公司,2024,A-1、A-2,80\n乙公司,2024,A-404,20\n"
        );
        CommandRun.Of("import", plots, firms, "--store", store).Expect(0);
        var doubts = CommandRun.Of("check", "--store", store).Expect(0).Out;
        Assert.Contains("甲公司 2024年占用多宗地", doubts, StringComparison.Ordinal);
        Assert.Contains("乙公司 登记在地块 A-404，但台账中没有这宗地", doubts, StringComparison.Ordinal);
        Assert.DoesNotContain("] firm.", doubts, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_contradict_each_other_are_told_at_their_cell_in_the_check_and_where_they_decide_nothing()
    {
        var store = _scratch["facts.gpkg"];
        var plots = _scratch.Write(
            "核查.csv",
            "地块编号,面积（亩）,约定动工日期,实际动工日期,核查日期,是否动工\nA-1,30,2022-01-01,2025-08-15,2025-01-01,是\n"
        );
        const string Both = "是否动工为“是”，实际动工日期为“2025-08-15”（核查日期 2025-01-01），互相矛盾";
        var import = CommandRun.Of("import", plots, "--store", store).Expect(0).Out;
        Assert.Contains(
            $"第 2 行“实际动工日期”列 地块 A-1 [facts.contradiction] {Both}",
            import,
            StringComparison.Ordinal
        );
        // One word about one day is enough.
        Assert.DoesNotContain("date.after-look", import, StringComparison.Ordinal);
        Assert.Contains(Both, CommandRun.Of("check", "--store", store).Expect(0).Out, StringComparison.Ordinal);
        var explained = CommandRun.Of("explain", "A-1", "--store", store, "--as-of", "2025-07-30").Expect(0).Out;
        Assert.Contains("待核实：是否动工、实际动工日期", explained, StringComparison.Ordinal);
        Assert.DoesNotContain("缺少：是否动工", explained, StringComparison.Ordinal);
    }

    [Fact]
    public void A_supplement_without_a_day_of_signing_is_asked_for_it_and_replaced_once_it_comes()
    {
        var store = _scratch["supplements.gpkg"];
        var plots = _scratch.Write("台账.csv", "地块编号,面积（亩）,约定动工日期,是否动工\nD,30,2022-01-01,否\n");
        const string Titles = "地块编号,补充协议签订日期,补充协议约定动工日期\n";
        var unsigned = _scratch.Write("补充.csv", Titles + "D,,2025-12-31\n");
        const string Doubt = "[supplement.unsigned] 补充协议（补充协议约定动工日期 2025-12-31）没有签订日期";
        var import = CommandRun.Of("import", plots, unsigned, "--store", store).Expect(0).Out;
        Assert.Contains("第 2 行“补充协议约定动工日期”列 地块 D " + Doubt, import, StringComparison.Ordinal);
        Assert.Contains(Doubt, CommandRun.Of("check", "--store", store).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("缺少：补充协议签订日期", Explained(), StringComparison.Ordinal);

        var signed = _scratch.Write("补充2.csv", Titles + "D,2023-05-01,2025-12-31\n");
        CommandRun.Of("import", signed, "--store", store).Expect(0);
        Assert.DoesNotContain(Doubt, CommandRun.Of("check", "--store", store).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("应于2025年12月31日动工，依据：补充协议", Explained(), StringComparison.Ordinal);

        string Explained() => CommandRun.Of("explain", "D", "--store", store, "--as-of", "2026-07-30").Expect(0).Out;
    }

    [Fact]
    public void A_code_of_use_that_may_mean_several_is_told_with_what_it_may_mean()
    {
        var store = _scratch["codes.gpkg"];
        var plots = _scratch.Write(
            "用途.csv",
            "地块编号,面积（亩）,土地用途,现状用途,约定动工日期,实际动工日期\nL4,30,M2,1001,2015-01-01,2015-02-01\n"
        );
        const string Code = "“1001”在不同分类中所指不同：GB/T 21010作铁路用地、2023年用地用海分类作工业用地";
        var import = CommandRun.Of("import", plots, "--store", store).Expect(0).Out;
        Assert.Contains(
            "第 2 行“现状用途”列 地块 L4 [land-use.ambiguous] 实际用途" + Code,
            import,
            StringComparison.Ordinal
        );
        Assert.Contains("或 2023:1001", import, StringComparison.Ordinal);
        Assert.Contains(Code, CommandRun.Of("check", "--store", store).Expect(0).Out, StringComparison.Ordinal);
        var explained = CommandRun.Of("explain", "L4", "--store", store, "--as-of", "2026-07-30").Expect(0).Out;
        Assert.Contains(
            "用途代码在不同分类中所指不同，无法比较：实际用途“1001”（GB/T 21010作铁路用地、2023年用地用海分类作工业用地）",
            explained,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("缺少：实际用途", explained, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_written_stops_the_import_before_it_begins()
    {
        var plots = _scratch.Write("台账.csv", "地块编号,面积（亩）,约定动工日期\nA-1,30,2024-03-01\n");
        var report = Path.Combine(_scratch["none"], "report.json");
        CommandRun.Of("import", plots, "--store", _scratch["s.gpkg"], "--report", report).Expect(2);
        Assert.False(File.Exists(_scratch["s.gpkg"]));
        var folder = CommandRun.Of("import", Path.GetDirectoryName(plots)!, "--store", _scratch["s.gpkg"]).Expect(2);
        Assert.Contains("是文件夹", folder.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Two_plots_of_one_outline_are_named_by_the_check_until_one_of_them_has_ended()
    {
        var store = _scratch["overlap.gpkg"];
        Import("A-1", "A-2", "A-3");
        // A-3 lies beside them: about 0.001° by 0.001° at 28° are 98.3 m by 110.8 m, 16.3 mu.
        var check = CommandRun.Of("check", "--store", store).Expect(0).Out;
        Assert.Contains("地块 A-2 [plot.overlap] 与地块 A-1 的界址重叠 16.3", check, StringComparison.Ordinal);
        Assert.DoesNotContain("A-3 [plot.overlap]", check, StringComparison.Ordinal);

        Import("A-1", "A-3");
        Assert.DoesNotContain(
            "plot.overlap",
            CommandRun.Of("check", "--store", store).Expect(0).Out,
            StringComparison.Ordinal
        );

        void Import(params string[] numbers)
        {
            var features = numbers.Select(number =>
            {
                var west = number == "A-3" ? "120.001" : "120.000";
                var east = number == "A-3" ? "120.002" : "120.001";
                return "{\"type\":\"Feature\",\"properties\":{\"地块编号\":\""
                    + number
                    + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[["
                    + $"{west},28.000],[{east},28.000],[{east},28.001],[{west},28.001],[{west},28.000]]]}}}}";
            });
            var text = "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', features) + "]}";
            CommandRun.Of("import", _scratch.Write("图.geojson", text), "--store", store).Expect(0);
        }
    }

    [Fact]
    public void Contradictions_are_told_at_their_cell_and_by_the_check()
    {
        var store = _scratch["contradictions.gpkg"];
        var plots = _scratch.Write(
            "台账.csv",
            "地块编号,供应状态,面积（亩）,合同签订日期,约定动工日期,已打桩数,总桩数\n"
                + "A-1,批而未供,30,2022-01-01,2021-01-01,,\nA-2,已供应,30,2022-03-15,2063-03-15,120,100\n"
        );
        var import = CommandRun.Of("import", plots, "--store", store).Expect(0).Out;
        var check = CommandRun.Of("check", "--store", store).Expect(0).Out;
        (string Cell, string Told)[] expected =
        [
            (
                "第 2 行“合同签订日期”列 地块 A-1",
                "[stage.contradiction] 供应状态为“批而未供”，合同签订日期却为“2022-01-01”"
            ),
            ("第 2 行“约定动工日期”列 地块 A-1", "[dates.order] 约定动工日期 2021-01-01 早于 合同签订日期 2022-01-01"),
            ("第 3 行“约定动工日期”列 地块 A-2", "[date.ahead] 约定动工日期 2063-03-15 晚于导入日"),
            ("第 3 行“已打桩数”列 地块 A-2", "[piles.driven] 已打桩数 120 根，多于总桩数 100 根"),
        ];
        Assert.All(
            expected,
            one =>
            {
                Assert.Contains($"{one.Cell} {one.Told}", import, StringComparison.Ordinal);
                Assert.Contains(one.Told, check, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void A_delay_that_ends_before_it_begins_is_no_second_one_and_an_unknown_cause_is_told_in_words()
    {
        var ledger = _scratch.Write("地块.csv", "地块编号,面积（亩）\nA-1,30\nA-2,30\n");
        var delays = _scratch.Write(
            "延误.csv",
            "地块编号,延误原因,延误开始日期,延误结束日期,延误是否认定\n"
                + "A-1,规划调整,2024-06-01,2024-06-30,是\nA-1,规划调整,2024-06-20,2024-06-10,是\n"
                + "A-2,规划调整,2024-06-01,2024-06-30,是\nA-2,搞不清,2024-06-02,2024-06-30,是\n"
        );
        var import = CommandRun.Of("import", ledger, delays, "--store", _scratch["delays.gpkg"]).Expect(0).Out;
        Assert.Contains("第 3 行“延误结束日期”列 地块 A-1 [dates.order]", import, StringComparison.Ordinal);
        Assert.DoesNotContain("地块 A-1 [delay.overlap]", import, StringComparison.Ordinal);
        Assert.Contains(
            "地块 A-2 [delay.overlap] 延误“原因不明 2024年6月2日/2024年6月30日",
            import,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("unknown", import, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_outline_is_told_and_the_attributes_are_taken()
    {
        var drawn = _scratch.Write(
            "图.geojson",
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"地块编号":"A-1"},"geometry":null}]}"""
        );
        var table = _scratch.Write("表.csv", "地块编号,WKT\nA-2,POLYGON EMPTY\nA-3,\n");
        var import = CommandRun.Of("import", drawn, table, "--store", _scratch["empty.gpkg"]).Expect(0).Out;
        Assert.Contains("新增 3 宗", import, StringComparison.Ordinal);
        Assert.Contains("图.geojson 第 1 行 地块 A-1 [shape.none] 没有界址图形", import, StringComparison.Ordinal);
        Assert.Contains("表.csv 第 2 行“WKT”列 地块 A-2 [shape.none]", import, StringComparison.Ordinal);
        Assert.DoesNotContain("A-3", import, StringComparison.Ordinal);
    }

    [Fact]
    public void Plane_coordinates_in_a_file_of_degrees_are_told_with_the_way_out()
    {
        var drawn = _scratch.Write(
            "图.geojson",
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"地块编号":"A-1"},"geometry":{"type":"Polygon","coordinates":[[[474373,2546774],[474473,2546774],[474473,2546974],[474373,2546974],[474373,2546774]]]}}]}"""
        );
        string[] import = ["import", drawn, "--store", _scratch["plane.gpkg"]];
        var refused = CommandRun.Of(import).Expect(1).Out;
        Assert.Contains("[coordinates.plane] 坐标 474373, 2546774 不是经纬度", refused, StringComparison.Ordinal);
        Assert.Contains("114° 的 3 度带为 EPSG:4547", refused, StringComparison.Ordinal);
        Assert.Contains(
            "新增 1 宗",
            CommandRun.Of([.. import, "--crs", "EPSG:4547"]).Expect(0).Out,
            StringComparison.Ordinal
        );
    }
}
