using System.IO.Compression;
using LandLedger.Formats.GeoJson;
using LandLedger.Formats.GeoPackages;
using LandLedger.Formats.Shapefiles;
using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Twins;

/// <summary>Bytes changed, cut off, doubled: a file may be refused, but reading it never throws.</summary>
public sealed class DamageTests(TwinFiles twins) : IClassFixture<TwinFiles>
{
    private const int Mutations = 2_000;

    [Fact]
    public void A_damaged_GeoJSON_never_throws()
    {
        var good = File.ReadAllBytes(twins["plots.geojson"]);
        var random = new Random(1);
        for (var i = 0; i < Mutations; i++)
            Drain([GeoJsonFile.Open(new MemoryStream(Damaged(good, random)), "a.geojson")]);
    }

    [Theory]
    [InlineData(".shp")]
    [InlineData(".shx")]
    [InlineData(".dbf")]
    [InlineData(".prj")]
    [InlineData(".cpg")]
    public void A_damaged_part_of_a_shapefile_never_throws(string part)
    {
        var folder = Directory.CreateTempSubdirectory("damage").FullName;
        foreach (var ending in (string[])[".shp", ".shx", ".dbf", ".prj", ".cpg"])
            File.Copy(twins["gbk" + ending], Path.Combine(folder, "a" + ending));
        var good = File.ReadAllBytes(twins["gbk" + part]);
        var random = new Random(2);
        for (var i = 0; i < Mutations / 5; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, "a" + part), Damaged(good, random));
            Drain([ShapefileFile.Open(Path.Combine(folder, "a.shp"))]);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_damaged_GeoPackage_never_throws()
    {
        var good = File.ReadAllBytes(twins["plots.gpkg"]);
        var random = new Random(3);
        var path = Path.GetTempFileName();
        for (var i = 0; i < Mutations; i++)
        {
            File.WriteAllBytes(path, Damaged(good, random));
            Drain(GeoPackageFile.Open(path));
        }
        File.Delete(path);
    }

    [Fact]
    public void A_damaged_zip_never_throws()
    {
        var path = Path.GetTempFileName();
        var good = Zipped(path, "gbk.shp", "gbk.dbf", "gbk.prj");
        var random = new Random(4);
        for (var i = 0; i < Mutations; i++)
        {
            File.WriteAllBytes(path, Damaged(good, random));
            Drain([ShapefileFile.OpenZip(path)]);
        }
        File.Delete(path);
    }

    [Fact]
    public void Damaged_WKT_and_WKB_never_throw()
    {
        var text =
            "SRID=4528;MULTIPOLYGON Z(((0 0 1,9 0 1,9 9.5 1,0 0 1),(2 1 1,3 1 1,3 2 1,2 1 1)),EMPTY,((20 0 1,29 0 1,29 9 1,20 0 1)))";
        var binary = Convert.FromHexString(
            "01030000A0B011000001000000040000000000000000000000000000000000000000000000000022400000000000001040"
                + "00000000000000000000000000002240000000000000104000000000000010400000000000002240"
                + "000000000000000000000000000000000000000000002240"
        );
        var random = new Random(5);
        var reader = new ShapeText();
        for (var i = 0; i < Mutations; i++)
        {
            reader.Read(
                System.Text.Encoding.Latin1.GetString(Damaged(System.Text.Encoding.Latin1.GetBytes(text), random))
            );
            WkbShape.Read(Damaged(binary, random));
            reader.Read(Convert.ToHexString(Damaged(binary, random)));
        }
    }

    [Fact]
    public void A_zip_with_one_shapefile_reads_like_its_files()
    {
        var path = Path.GetTempFileName();
        Zipped(path, "gbk.shp", "gbk.shx", "gbk.dbf", "gbk.prj", "gbk.cpg");
        using (var zipped = ShapefileFile.OpenZip(path))
        using (var plain = twins.Open("gbk.shp"))
            Assert.Equal(
                plain.Rows().Select(r => string.Join('|', r.Cells) + r.Shape?.Parts.Count),
                zipped.Rows().Select(r => string.Join('|', r.Cells) + r.Shape?.Parts.Count)
            );
        Zipped(path, "gbk.shp", "utf8.shp");
        Assert.Equal(("file.zip-content", "2"), Single(path));
        Zipped(path, "plots.geojson");
        Assert.Equal(("file.zip-content", "0"), Single(path));
        File.Delete(path);
    }

    [Fact]
    public void A_zip_that_grows_beyond_reason_is_not_unpacked()
    {
        // 64 MB of zero bytes pack to about 64 kB, 1,000 to 1.
        var path = Path.GetTempFileName();
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("a.shp", CompressionLevel.SmallestSize).Open())
            for (var i = 0; i < 64; i++)
                entry.Write(new byte[1024 * 1024]);

        Assert.Equal(("file.zip-bomb", "> 200 : 1"), Single(path));
        File.Delete(path);
    }

    private static (string, string?) Single(string zip)
    {
        using var file = ShapefileFile.OpenZip(zip);
        var issue = Assert.Single(file.Issues);
        return (issue.Code, issue.Value);
    }

    private byte[] Zipped(string path, params string[] names)
    {
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
            foreach (var name in names)
                zip.CreateEntryFromFile(twins[name], name);
        return File.ReadAllBytes(path);
    }

    private static byte[] Damaged(byte[] good, Random random)
    {
        var bytes = (byte[])good.Clone();
        switch (random.Next(4))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                random.NextBytes(bytes.AsSpan(random.Next(bytes.Length)));
                return bytes;
            case 2:
                var at = random.Next(bytes.Length);
                return [.. bytes[..at], .. bytes[random.Next(bytes.Length)..]];
            default:
                for (var i = random.Next(1, 8); i > 0; i--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }

    private static void Drain(IReadOnlyList<RawFile> files)
    {
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using (file)
            {
                foreach (var row in file.Rows())
                    Assert.Equal(file.Columns.Count, row.Cells.Length);
                Assert.All(file.Issues, issue => Assert.NotNull(LandLedger.Texts.Chinese.Find("issue." + issue.Code)));
            }
        }
    }
}
