using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Columns;
using LandLedger.Import.Dictionary;

namespace LandLedger.Tests.Import;

/// <summary>Units that a title states in brackets, and what stands beside them.</summary>
public class TitleTextTests
{
    [Theory]
    [InlineData("面积（亩）", "面积", "mu", null)]
    [InlineData("出让价款（万元，不含税）", "出让价款", "wan-yuan", "不含税")]
    [InlineData("出让价款（不含税、万元）", "出让价款", "wan-yuan", "不含税")]
    [InlineData("出让价款（单位：万元；不含税，含契税）", "出让价款", "wan-yuan", "不含税,含契税")]
    [InlineData("税收(万元/年)", "税收", "wan-yuan", "年")]
    [InlineData("亩均税收（万元/亩/年）", "亩均税收", "wan-yuan-per-mu", "年")]
    [InlineData("用电量（万千瓦时/年）", "用电量", "wan-kwh", "年")]
    [InlineData("出让价款（万元/人民币）", "出让价款", "wan-yuan", null)]
    [InlineData("出让价款（人民币、万元）", "出让价款", "wan-yuan", null)]
    [InlineData("税收（万元，2025年）", "税收", "wan-yuan", null)]
    public void A_unit_is_read_and_the_rest_is_a_remark(string title, string name, string unit, string? remark)
    {
        var read = TitleText.Of(title);
        Assert.Equal((name, unit, remark), (read.Name, read.Unit?.Id, read.Remark));
    }

    [Theory]
    [InlineData("产值（万元/人）")]
    [InlineData("投资额（万元，计划）")]
    [InlineData("投资额（万元，实际）")]
    [InlineData("投资额（万元，美元）")]
    [InlineData("投资额（万元，港币）")]
    [InlineData("投入（万元、亩）")]
    [InlineData("面积（不含代征）")]
    public void Brackets_that_make_another_figure_belong_to_the_name(string title)
    {
        var read = TitleText.Of(title);
        Assert.EndsWith(")", read.Name, StringComparison.Ordinal);
        Assert.Null(read.Unit);
    }

    [Fact]
    public void No_title_that_the_dictionary_prints_names_a_unit_of_another_kind_than_its_field()
    {
        var titles = FieldDictionary
            .Fields.SelectMany(entry =>
                entry
                    .Readings.SelectMany(reading => reading.Titles)
                    .Append(entry.Field.Id)
                    .Append(Texts.Chinese.Find("field." + entry.Field.Id) ?? "")
                    .Append(Texts.English.Find("field." + entry.Field.Id) ?? "")
                    .Select(title => (entry.Field, title))
            )
            .ToList();

        Assert.Contains((PlotFields.AgreedTaxPerMu, "agreed_tax_per_mu"), titles);
        Assert.All(
            titles,
            read =>
                Assert.True(
                    TitleText.Of(read.title).Unit is not { } unit || unit.For(read.Field.Unit) is not null,
                    read.title
                )
        );
    }
}
