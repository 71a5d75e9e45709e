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
}
