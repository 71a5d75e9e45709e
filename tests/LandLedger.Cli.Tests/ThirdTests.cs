namespace LandLedger.Cli.Tests;

/// <summary>One third, which no decimal is: as a fraction, as a decimal cut off, and among firms.</summary>
public sealed class ThirdTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("1/3", false)]
    [InlineData("１／３", false)]
    [InlineData("0.33333333333333333334", false)]
    [InlineData("33.34%", false)]
    [InlineData("33.33%", true)]
    [InlineData("333/1000", true)]
    public void A_third_of_the_foundation_is_building_begun(string share, bool idle)
    {
        var ledger = _scratch.Write(
            "台账.csv",
            "地块编号,面积（亩）,供应状态,批准用途,约定动工日期,是否取得施工许可证,基础类型,基础完成比例,核查日期\n"
                + $"A-1,30,已供应,工业用地,2022-01-01,是,其他,{share},2026-06-30\n"
        );
        CommandRun.Of("import", ledger, "--store", _scratch["p.gpkg"]).Expect(0);
        var told = CommandRun
            .Of("evaluate", "--store", _scratch["p.gpkg"], "--as-of", "2026-06-30", "--format", "ndjson")
            .Expect(0)
            .Out;
        Assert.Equal(idle, told.Contains("\"category\":\"idle\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("已开发面积（亩）")]
    [InlineData("应开发面积（亩）")]
    public void A_share_where_an_area_is_asked_for_is_told_with_what_to_write(string column)
    {
        var ledger = _scratch.Write("台账.csv", $"地块编号,面积（亩）,{column}\nA-1,50,1/3\n");
        var told = CommandRun.Of("import", ledger, "--store", _scratch["p.gpkg"]).Expect(1).Out;
        Assert.Contains($"[number.fraction] “{column}”列的“1/3”是比例，本列要填面积", told, StringComparison.Ordinal);
        Assert.Contains("30 亩的三分之一填 10", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remark_beside_a_unit_is_told()
    {
        var ledger = _scratch.Write("台账.csv", "地块编号,面积（亩）,\"出让价款（万元，不含税）\"\nA-1,50,200\n");
        var told = CommandRun.Of("import", ledger, "--store", _scratch["p.gpkg"]).Expect(0).Out;
        Assert.Contains("[column.remark]", told, StringComparison.Ordinal);
        Assert.Contains("出让价款（万元，不含税）", told, StringComparison.Ordinal);
        Assert.DoesNotContain("[column.unknown]", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_that_are_cut_are_told()
    {
        var ledger = _scratch.Write("台账.csv", "地块编号,基础完成比例\nA-1,0.33333333333333333334\n");
        Assert.Contains(
            "超过 15 位有效数字，只保存 15 位",
            CommandRun.Of("import", ledger, "--store", _scratch["p.gpkg"]).Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Three_thirds_of_a_firm_are_the_whole_firm()
    {
        var plots = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA,10\nB,10\nC,10\n");
        var firms = _scratch.Write(
            "企业.csv",
            "企业名称,年度,地块编号,分摊比例,税收（万元）\n甲,2025,A,1/3,90\n甲,2025,B,1/3,90\n甲,2025,C,1/3,90\n"
        );
        CommandRun.Of("import", plots, firms, "--store", _scratch["p.gpkg"]).Expect(0);
        var store = _scratch["p.gpkg"];
        Assert.DoesNotContain(
            "firm.",
            CommandRun.Of("check", "--store", store).Expect(0).Out,
            StringComparison.Ordinal
        );
        var evaluated = CommandRun
            .Of("evaluate", "--store", store, "--as-of", "2026-06-30", "--format", "ndjson")
            .Expect(0)
            .Out;
        // 900,000 yuan over three plots of 10 mu.
        Assert.Equal(3, evaluated.Split("\"tax\":{\"value\":30000,").Length - 1);
    }

    public void Dispose() => _scratch.Dispose();
}
