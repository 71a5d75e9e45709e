using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Formats.Dictionary;
using LandLedger.Formats.Json;
using LandLedger.Formats.Tests.Tables;
using LandLedger.Import;
using LandLedger.Import.Dictionary;

namespace LandLedger.Formats.Tests.Dictionary;

public sealed class FieldPageTests
{
    [Fact]
    public void The_page_of_fields_is_what_the_program_reads()
    {
        var path = SharedData.Repository("docs", "fields.md");
        var page = FieldPage.Write();
        if (Environment.GetEnvironmentVariable("LANDLEDGER_WRITE") == "1")
            File.WriteAllText(path, page);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == page,
            "docs/fields.md is stale; write it anew with: LANDLEDGER_WRITE=1 ./test"
        );
    }

    [Fact]
    public void Every_field_unit_and_type_has_its_words_in_both_languages()
    {
        foreach (var texts in new[] { Texts.Chinese, Texts.English })
        {
            Assert.All(FieldDictionary.Fields, entry => Assert.NotEqual(entry.Id, entry.Title(texts)));
            Assert.All(FieldDictionary.Fields, entry => Assert.NotEmpty(entry.About(texts)));
            Assert.All(FieldDictionary.Units, unit => Assert.NotNull(texts.Find("file-unit." + unit.Id)));
            Assert.All(
                Enum.GetValues<FieldType>(),
                type => Assert.NotNull(texts.Find("field-type." + CodeText.Of(type)))
            );
        }
    }

    [Fact]
    public void A_field_names_the_layouts_that_need_it_and_the_titles_they_know()
    {
        var plot = FieldDictionary.Find("plot")!;
        Assert.Equal(["own", "landchina", "landchina-notice"], plot.RequiredBy.Select(layout => layout.Id));
        var area = FieldDictionary.Find("stated_mu")!;
        Assert.Equal(["ha", "m2"], area.Readings.Where(x => x.Layout.Id != "own").Select(x => x.Unit!.Id));
        Assert.Contains("宗地面积", area.Readings.Single(reading => reading.Layout.Id == "own").Titles);
        Assert.Null(FieldDictionary.Find("nonsense"));
        var reserve = FieldDictionary.Find("stage")!.Codes.Single(code => code.Code == "reserve");
        Assert.Contains("收储", reserve.Aliases);
    }

    [Fact]
    public async Task The_service_form_holds_every_field_with_both_titles()
    {
        using var stream = new MemoryStream();
        await DictionaryJson.WriteAsync(stream, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(stream.ToArray());

        var fields = json.RootElement.GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal(RowFields.Columns.Select(field => field.Id), fields.Select(x => x.GetProperty("id").GetString()));
        var price = fields.Single(x => x.GetProperty("id").GetString() == "price");
        Assert.Equal("yuan", price.GetProperty("unit").GetString());
        Assert.Equal("money", price.GetProperty("type").GetString());
        Assert.Equal("Price", price.GetProperty("title").GetProperty("en").GetString());
        // 1 ha is 15 mu.
        var hectare = json
            .RootElement.GetProperty("units")
            .EnumerateArray()
            .Single(x => x.GetProperty("id").GetString() == "ha");
        Assert.Equal(15m, hectare.GetProperty("factor").GetDecimal());
    }
}
