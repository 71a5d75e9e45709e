using LandLedger.Fields;

namespace LandLedger.Tests;

public class LandUsesTests
{
    [Theory]
    [InlineData("工业用地", UseGroup.Industrial)]
    [InlineData("工业", UseGroup.Industrial)]
    [InlineData("工矿仓储用地", UseGroup.Industrial)]
    [InlineData("一类工业用地（其他工业用地）", UseGroup.Industrial)]
    [InlineData("新型产业用地（M0）", UseGroup.Industrial)]
    [InlineData("仓储用地", UseGroup.Storage)]
    [InlineData("物流仓储", UseGroup.Storage)]
    [InlineData("采矿用地", UseGroup.Mining)]
    [InlineData("城镇住宅-普通商品住房用地", UseGroup.Residential)]
    [InlineData("中低价位、中小套型普通商品住房用地", UseGroup.Residential)]
    [InlineData("公共租赁住房用地", UseGroup.Residential)]
    [InlineData("其他商服用地", UseGroup.Commercial)]
    [InlineData("批发零售用地", UseGroup.Commercial)]
    [InlineData("科研用地", UseGroup.Research)]
    [InlineData("公用设施用地", UseGroup.Utility)]
    [InlineData("公共管理与公共服务", UseGroup.Public)]
    [InlineData("农村道路", UseGroup.Transport)]
    [InlineData(" 公园 绿地 ", UseGroup.Green)]
    [InlineData("industrial", UseGroup.Industrial)]
    public void A_name_found_in_papers_tells_its_group(string name, UseGroup group) =>
        Assert.Equal(group, LandUses.Find(name, null)!.Group);

    [Theory]
    [InlineData("非工业用地")]
    [InlineData("原工业用地")]
    [InlineData("工业用地、商业用地")]
    [InlineData("工业、商业用地")]
    [InlineData("工业用地（现为商业）")]
    [InlineData("工业大学")]
    [InlineData("综合用地")]
    [InlineData("项目用地")]
    public void A_name_of_two_kinds_or_turned_round_or_unheard_of_is_left_unknown(string name) =>
        Assert.Equal(UseGroup.Unknown, LandUses.Find(name, null)!.Group);

    [Theory]
    [InlineData("0601", LandUseSystem.NameOnly, UseGroup.Unknown)] // industry, or a rural road
    [InlineData("05", LandUseSystem.NameOnly, UseGroup.Unknown)] // commerce, or wetland
    [InlineData("10", LandUseSystem.NameOnly, UseGroup.Unknown)] // transport, or mining and industry
    [InlineData("0701", LandUseSystem.NameOnly, UseGroup.Residential)] // urban housing in both
    [InlineData("0604", LandUseSystem.Survey, UseGroup.Storage)] // the 2023 classes end at 0602
    [InlineData("0508", LandUseSystem.Survey, UseGroup.Storage)]
    [InlineData("061", LandUseSystem.Survey, UseGroup.Industrial)]
    [InlineData("201A", LandUseSystem.Survey, UseGroup.Industrial)]
    [InlineData("100101", LandUseSystem.Planning2023, UseGroup.Industrial)]
    [InlineData("100199", LandUseSystem.Planning2023, UseGroup.Industrial)]
    [InlineData("16", LandUseSystem.Planning2023, UseGroup.Other)]
    [InlineData("M2", LandUseSystem.UrbanPlan2011, UseGroup.Industrial)]
    [InlineData("w1", LandUseSystem.UrbanPlan2011, UseGroup.Storage)]
    [InlineData("A35", LandUseSystem.UrbanPlan2011, UseGroup.Research)]
    [InlineData("R21", LandUseSystem.UrbanPlan2011, UseGroup.Residential)]
    [InlineData("GB/T 21010:0601", LandUseSystem.Survey, UseGroup.Industrial)]
    [InlineData("GB/T 21010-2017：0601", LandUseSystem.Survey, UseGroup.Industrial)]
    [InlineData("2023:0601", LandUseSystem.Planning2023, UseGroup.Transport)]
    [InlineData("2023:1001", LandUseSystem.Planning2023, UseGroup.Industrial)]
    [InlineData("survey:1001", LandUseSystem.Survey, UseGroup.Transport)]
    [InlineData("1990:1001", LandUseSystem.NameOnly, UseGroup.Unknown)]
    [InlineData("9999", LandUseSystem.NameOnly, UseGroup.Unknown)]
    public void A_code_counts_only_with_what_tells_its_system(string code, LandUseSystem system, UseGroup group)
    {
        Assert.Equal(new(code, code, system, group), LandUses.Find(null, code)! with { IsAmbiguous = false });
        Assert.Equal(group, LandUses.Find(code, null)!.Group);
        Assert.Equal(group, LandUses.Find(code, code)!.Group);
    }

    [Theory]
    [InlineData(null, "0601", "农村道路、工业用地")]
    [InlineData("综合用地", "1001", "工业用地、铁路用地")]
    [InlineData("05", null, "商服用地、湿地")]
    [InlineData("工业用地", "1001", null)]
    [InlineData("工业用地", "0701", null)]
    [InlineData("综合用地", "9999", null)]
    [InlineData(null, "0701", null)]
    public void A_code_that_nothing_tells_apart_is_ambiguous_and_has_its_meanings(
        string? name,
        string? code,
        string? meanings
    )
    {
        var use = LandUses.Find(name, code)!;
        Assert.Equal(meanings is not null, use.IsAmbiguous);
        if (meanings is not null)
            Assert.Equal(
                meanings,
                string.Join('、', LandUses.Meanings(use).Select(m => m.Name).Order(StringComparer.Ordinal))
            );
    }

    [Theory]
    [InlineData("工业用地", "0601", LandUseSystem.Survey, UseGroup.Industrial)]
    [InlineData("工业用地", "1001", LandUseSystem.Planning2023, UseGroup.Industrial)]
    [InlineData("农村道路", "0601", LandUseSystem.Planning2023, UseGroup.Transport)]
    [InlineData("城镇住宅用地", "0701", LandUseSystem.NameOnly, UseGroup.Residential)]
    [InlineData("综合用地", "M1", LandUseSystem.UrbanPlan2011, UseGroup.Industrial)]
    [InlineData("工业用地", "0701", LandUseSystem.NameOnly, UseGroup.Unknown)]
    [InlineData("工业用地", "2023:0601", LandUseSystem.NameOnly, UseGroup.Unknown)]
    public void The_name_picks_the_system_and_a_contradiction_stays_unknown(
        string name,
        string code,
        LandUseSystem system,
        UseGroup group
    ) => Assert.Equal(new(name, code, system, group), LandUses.Find(name, code));

    [Fact]
    public void Nothing_given_is_no_use_at_all() => Assert.Null(LandUses.Find(null, null));

    [Fact]
    public void Industry_storage_and_mining_are_one_kind_and_unknown_is_like_nothing()
    {
        Assert.True(UseGroups.SameKind(UseGroup.Industrial, UseGroup.Storage));
        Assert.True(UseGroups.SameKind(UseGroup.Mining, UseGroup.Industrial));
        Assert.False(UseGroups.SameKind(UseGroup.Industrial, UseGroup.Commercial));
        Assert.False(UseGroups.SameKind(UseGroup.Unknown, UseGroup.Unknown));
    }
}
