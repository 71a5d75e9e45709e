using System.IO.Compression;
using System.Text;

namespace LandLedger.Service.Tests;

public sealed class ListsTests
{
    private const string All = "/disposal-lists/preview?asOf=2026-06-30&category=reserve,not-supplied&f=";

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("geojson", "application/geo+json")]
    public async Task The_list_comes_as_a_file_with_a_Chinese_name_in_each_form(string form, string type)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(5));
        using var answer = await service.Client.GetAsync(All + form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        var name = answer.Content.Headers.ContentDisposition!.FileNameStar;
        Assert.EndsWith("-2026-06-30." + form, name);
        Assert.Contains("清单", name);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(5, Rows(form, bytes));
    }

    [Fact]
    public async Task The_form_follows_Accept_unless_f_says_otherwise()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        Assert.Equal("text/csv", await TypeAsync("/disposal-lists/preview", "text/csv"));
        Assert.Equal("application/json", await TypeAsync("/disposal-lists/preview?f=json", "text/csv"));
        Assert.Equal("application/json", await TypeAsync("/disposal-lists/preview?f=json", "image/png"));
        await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", "/disposal-lists/preview?f=pdf");

        async Task<string?> TypeAsync(string address, string accept)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", accept } } };
            using var answer = await service.Client.SendAsync(request);
            return answer.Content.Headers.ContentType?.MediaType;
        }
    }

    [Fact]
    public async Task Acreage_is_refused_by_dimensions_that_it_does_not_know_or_has_too_many_of()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(4));
        foreach (var by in new[] { "area", "zone,zone", "zone,use,category,stage,town", "", "1" })
            await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", "/acreage?by=" + by);
        // Plots 1 and 3 lie in the east, 2 and 4 in the west, each 10.5 mu.
        using var table = await service.GetAsync("/acreage?by=zone");
        var rows = table.RootElement.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["东区", "西区"], rows.Select(row => row.GetProperty("zone").GetString()));
        Assert.All(rows, row => Assert.Equal(21m, row.GetProperty("statedMu").GetDecimal()));
    }

    private static int Rows(string form, byte[] bytes) =>
        form switch
        {
            "json" => Count(bytes, "rows"),
            "geojson" => Count(bytes, "features"),
            "csv" => Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1,
            _ => Sheet(bytes).Split("P-0").Length - 1,
        };

    private static int Count(byte[] bytes, string member)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.GetProperty(member).GetArrayLength();
    }

    private static string Sheet(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return sheet.ReadToEnd();
    }
}
