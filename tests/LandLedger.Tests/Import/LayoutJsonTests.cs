using System.Globalization;
using System.Text;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Tests.Import;

public sealed class LayoutJsonTests
{
    [Fact]
    public void A_county_brings_its_own_layout()
    {
        var layout = Read(
            """
            { "id": "county", "title": { "zh": "县台账", "en": "County ledger" }, "row": "plot", "county": "331102",
              "required": ["plot"], // what must be there
              "columns": [ { "field": "plot", "titles": ["案卷号"] }, { "field": "stated_mu", "titles": ["地"], "unit": "ha" }, ] }
            """
        );
        Assert.Equal(
            ("county", "331102", RowKind.Plot, false),
            (layout.Id, layout.County, layout.Row, layout.OwnTitles)
        );
        Assert.Equal([PlotFields.Plot, PlotFields.StatedMu], layout.Columns.Select(column => column.Field));
        Assert.Equal(15m, layout.Columns[1].Unit!.Factor);
    }

    [Theory]
    [InlineData("[]", "layout")]
    [InlineData("{", "1:2")]
    [InlineData("""{ "title": { "zh": "a", "en": "b" }, "columns": [] }""", "id")]
    [InlineData("""{ "id": "x", "title": { "zh": "a" }, "columns": [] }""", "en")]
    [InlineData("""{ "id": "x", "title": { "zh": "a", "en": "b" } }""", "columns")]
    [InlineData("""{ "id": 5, "title": { "zh": "a", "en": "b" }, "columns": [] }""", "id")]
    [InlineData("""{ "id": "x", "title": { "zh": "a", "en": "b" }, "columns": [ { "field": "plott" } ] }""", "plott")]
    [InlineData("""{ "id": "x", "title": { "zh": "a", "en": "b" }, "columns": [ { "titles": [] } ] }""", "field")]
    [InlineData(
        """{ "id": "x", "title": { "zh": "a", "en": "b" }, "columns": [ { "field": "price", "unit": "ha" } ] }""",
        "ha"
    )]
    [InlineData(
        """{ "id": "x", "title": { "zh": "a", "en": "b" }, "columns": [ { "field": "price", "unit": "dollar" } ] }""",
        "dollar"
    )]
    [InlineData("""{ "id": "x", "title": { "zh": "a", "en": "b" }, "row": "house", "columns": [] }""", "house")]
    [InlineData("""{ "id": "x", "title": { "zh": "a", "en": "b" }, "county": "33", "columns": [] }""", "county")]
    [InlineData("""{ "id": "x", "title": { "zh": "a", "en": "b" }, "colums": [], "columns": [] }""", "colums")]
    [InlineData(
        """{ "id": "x", "title": { "zh": "a", "en": "b" }, "required": ["nothing"], "columns": [] }""",
        "nothing"
    )]
    public void A_wrong_layout_says_what_is_wrong(string json, string said)
    {
        var error = Assert.Throws<LayoutException>(() => Read(json));
        foreach (var texts in (Texts[])[LandLedger.Texts.Chinese, LandLedger.Texts.English])
        {
            Assert.Contains(said, error.In(texts), StringComparison.Ordinal);
            Assert.DoesNotContain('{', error.In(texts));
        }
        Assert.Contains(error.In(LandLedger.Texts.Chinese), letter => letter is >= '\u4e00' and <= '\u9fff');
    }

    /// <summary>1 acre is 4046.8564224 m².</summary>
    [Theory]
    [InlineData("acre", "6.0702846336")]
    [InlineData("acres", "6.0702846336")]
    [InlineData("英亩", "6.0702846336")]
    [InlineData("㎡", "0.0015")]
    public void A_layout_names_units_as_the_field_page_lists_them(string unit, string mu)
    {
        var layout = Read(
            $$"""
            { "id": "x", "title": { "zh": "a", "en": "b" }, "columns": [ { "field": "stated_mu", "unit": "{{unit}}" } ] }
            """
        );
        Assert.Equal(decimal.Parse(mu, CultureInfo.InvariantCulture), layout.Columns[0].Unit!.Factor);
    }

    [Fact]
    public void The_built_in_layouts_are_there_with_ours_first() =>
        Assert.Equal(["own", "firms", "landchina", "landchina-notice"], Layouts.All.Select(layout => layout.Id));

    private static Layout Read(string json) => Layouts.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
