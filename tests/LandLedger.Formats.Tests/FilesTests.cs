using LandLedger.Formats.BoundaryText;
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
