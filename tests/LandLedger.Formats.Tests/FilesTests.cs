using System.Text;
using LandLedger.Formats.BoundaryText;
using LandLedger.Formats.GeoJson;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.Tests;

public sealed class FilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("landledger").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<RawFile> Open(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return Files.Open(path);
    }

    [Theory]
    [InlineData("界址.txt")]
    [InlineData("named.csv")]
    public void A_boundary_text_is_opened_whatever_its_extension(string name)
    {
        using var file = Assert.Single(Open(name, TextEncoding.Gbk.GetBytes(BoundaryText.Sheet.Whole)));
        Assert.IsType<BoundaryTextFile>(file);
        Assert.Equal(name, file.Name);
        Assert.Single(file.Rows());
        Assert.Equal(1, file.Progress);
    }

    [Theory]
    [InlineData("a.geojson", "")]
    [InlineData("a.txt", "\uFEFF \r\n")]
    public void Json_is_told_by_its_brace_or_its_name(string name, string before)
    {
        const string json = """{"type":"FeatureCollection","features":[]}""";
        using var file = Assert.Single(Open(name, Encoding.UTF8.GetBytes(before + json)));
        Assert.IsType<GeoJsonFile>(file);
    }

    [Fact]
    public void A_database_is_opened_as_geopackage_whatever_its_extension()
    {
        using var file = Assert.Single(Open("a.db", [.. "SQLite format 3\0"u8, 0, 0]));
        Assert.NotEmpty(file.Issues);
        Assert.StartsWith("file.gpkg", file.Issues[0].Code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_national_exchange_file_is_named_as_such()
    {
        using var file = Assert.Single(
            Open("地块.vct", TextEncoding.Gbk.GetBytes("HeadBegin\r\nDatamark:LANDUSE_VCT\r\n"))
        );
        Assert.Equal("file.vct", Assert.Single(file.Issues).Code);
        Assert.Empty(file.Rows());
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        using var file = Assert.Single(Open("a.csv", []));
        Assert.Equal("file.empty", Assert.Single(file.Issues).Code);
        Assert.Empty(file.Rows());
    }

    [Fact]
    public void A_picture_is_no_file_to_import()
    {
        using var file = Assert.Single(Open("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));
        var issue = Assert.Single(file.Issues);
        Assert.Equal(("file.kind", "PNG", Severity.Refuse), (issue.Code, issue.Value, issue.Severity));
    }

    /// <summary>Advice about text would mislead: the file is not what its name says.</summary>
    [Theory]
    [InlineData("rand.gpkg", "file.gpkg")]
    [InlineData("rand.GPKG", "file.gpkg")]
    [InlineData("rand.shp", "file.shapefile")]
    [InlineData("rand.xlsx", "file.damaged")]
    [InlineData("rand.xls", "file.damaged")]
    [InlineData("rand.csv", "file.not-text")]
    public void A_file_of_random_bytes_is_told_as_damaged_by_its_extension(string name, string code)
    {
        var bytes = new byte[4096];
        new Random(4).NextBytes(bytes);
        using var file = Assert.Single(Open(name, bytes));
        var issue = Assert.Single(file.Issues, issue => issue.Code == code);
        Assert.Equal(Severity.Refuse, issue.Severity);
        Assert.Equal(code == "file.not-text", issue.Fix(Texts.Chinese)!.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_is_named_a_geopackage_is_told_as_none()
    {
        using var file = Assert.Single(Open("fake.gpkg", [.. "hello\n"u8]));
        Assert.Equal("file.gpkg", Assert.Single(file.Issues).Code);
    }

    [Fact]
    public void A_table_in_text_that_is_named_a_workbook_is_read()
    {
        using var file = Assert.Single(Open("a.xls", "地块编号,面积（亩）\nA-1,30\n"u8.ToArray()));
        Assert.Single(file.Rows());
    }
}
