using System.Buffers.Binary;
using System.Text;
using LandLedger.Fields;
using LandLedger.Formats.Shapefiles;
using LandLedger.Formats.Text;
using LandLedger.Import;
using LandLedger.Import.Columns;

namespace LandLedger.Formats.Tests.Shapefiles;

/// <summary>Attribute tables built byte by byte beside a .shp of null shapes.</summary>
public sealed class DbfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dbf").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Half_a_character_at_the_width_of_a_field_does_not_break_the_row()
    {
        var gbk = TextEncoding.Gbk;
        // The name is cut after "a" and four and a half characters, the value after two and a half.
        var name = gbk.GetBytes("a统一社会信")[..10];
        using var file = Open(
            0,
            null,
            [(name, 'C', 5), ("n"u8.ToArray(), 'N', 4)],
            gbk.GetBytes("兴国县")[..5],
            "   7"u8.ToArray()
        );

        Assert.Equal(["a统一社会", "n"], file.Columns.Select(c => c.Title));
        Assert.Equal<string?[]>(["兴国", "7"], Assert.Single(file.Rows()).Cells);
    }

    [Theory]
    [InlineData("GBK", "地块编号", "约定动工日期", "约定动工日")]
    [InlineData("UTF-8", "地块编号", "约定动工日期", "约定动")]
    public void A_title_that_the_format_cut_is_the_field_that_alone_begins_so_and_is_named(
        string encoding,
        string plot,
        string start,
        string cut
    )
    {
        var text = encoding == "GBK" ? TextEncoding.Gbk : Encoding.UTF8;
        using var file = Open(
            0,
            encoding,
            [(Cut(plot), 'C', 5), (Cut(start), 'C', 10), (Cut("出让价款（万元）"), 'C', 3)],
            "A-1  "u8.ToArray(),
            "2023-05-01"u8.ToArray(),
            "  9"u8.ToArray()
        );
        var map = ColumnMap.Of(file, Layouts.Find("own")!);
        Assert.True(map.Report(file));

        Assert.Equal(PlotFields.AgreedStart, Assert.Single(map.Columns, c => c.Column.Title == cut).Field);
        Assert.Equal(PlotFields.Plot, map.Columns[0].Field);
        var told = file.Issues.Where(i => i.Code == "column.cut").Select(i => i.Title);
        Assert.Equal(encoding == "GBK" ? [cut] : ["地块编", cut], told);
        Assert.Single(map.Unknown);

        byte[] Cut(string title) => text.GetBytes(title) is var bytes && bytes.Length > 10 ? bytes[..10] : bytes;
    }

    [Theory]
    [InlineData(0x4D, null, "GBK", "dbf.encoding-declared")]
    [InlineData(0x57, null, "GB18030", "dbf.encoding-found")]
    [InlineData(0, "936", "GBK", "dbf.encoding-declared")]
    [InlineData(0, "ANSI 936", "GBK", "dbf.encoding-declared")]
    [InlineData(0, "UTF-8", "GB18030", "dbf.encoding-contradicted")]
    [InlineData(3, null, "GB18030", "dbf.encoding-contradicted")]
    public void Gbk_text_survives_every_declaration(byte driver, string? cpg, string encoding, string code)
    {
        using var file = Open(driver, cpg, [("t"u8.ToArray(), 'C', 12)], TextEncoding.Gbk.GetBytes("浦口经济区  "));

        Assert.Equal("浦口经济区", Assert.Single(file.Rows()).Cells[0]);
        var issue = Assert.Single(file.Issues, i => i.Code.StartsWith("dbf.", StringComparison.Ordinal));
        Assert.Equal((code, encoding), (issue.Code, issue.Arguments["encoding"]));
    }

    [Fact]
    public void Text_of_no_known_encoding_is_warned_of()
    {
        using var file = Open(0, null, [("t"u8.ToArray(), 'C', 4)], [0xFF, 0x20, 0xFF, 0x41]);

        Assert.Contains(file.Issues, i => i is { Code: "dbf.encoding-unknown", Severity: Severity.Warn });
        Assert.Single(file.Rows());
    }

    [Fact]
    public void Each_type_gives_its_text_and_a_memo_is_named()
    {
        using var file = Open(
            0,
            null,
            [
                ("d"u8.ToArray(), 'D', 8),
                ("l"u8.ToArray(), 'L', 1),
                ("f"u8.ToArray(), 'F', 6),
                ("i"u8.ToArray(), 'I', 4),
                ("m"u8.ToArray(), 'M', 10),
            ],
            "20190627"u8.ToArray(),
            "?"u8.ToArray(),
            "******"u8.ToArray(),
            [0xFE, 0xFF, 0xFF, 0xFF],
            "         1"u8.ToArray()
        );

        Assert.Equal<string?[]>(["2019-06-27", null, null, "-2"], Assert.Single(file.Rows()).Cells);
        var issue = Assert.Single(file.Issues, i => i.Code == "dbf.field-type");
        Assert.Equal(("m", "M", Severity.Warn), (issue.Title, issue.Value, issue.Severity));
        var stars = Assert.Single(file.Issues, i => i.Code == "dbf.stars");
        Assert.Equal(("f", "1", Severity.Note), (stars.Title, stars.Arguments["count"], stars.Severity));
    }

    [Fact]
    public void Deleted_records_are_passed_over_and_unequal_counts_are_told()
    {
        Write("a.shp", Shp(2));
        Write("a.dbf", Dbf(0, [("n"u8.ToArray(), 'N', 1)], " 1"u8.ToArray(), "*2"u8.ToArray(), " 3"u8.ToArray()));
        using var file = ShapefileFile.Open(Path.Combine(_folder, "a.shp"));

        Assert.Equal([(1, "1"), (3, "3")], file.Rows().Select(r => (r.Line, r.Cells[0]!)));
        var issue = Assert.Single(file.Issues, i => i.Code == "file.shapefile-counts");
        Assert.Equal(("2", "3"), (issue.Arguments["shapes"], issue.Arguments["records"]));
        Assert.Equal("1", Assert.Single(file.Issues, i => i.Code == "dbf.deleted").Arguments["count"]);
    }

    [Fact]
    public void What_is_missing_beside_the_shapes_is_named()
    {
        Write("a.shp", Shp(1));
        using var file = ShapefileFile.Open(Path.Combine(_folder, "a.shp"));

        Assert.Equal([".shx", ".dbf", ".prj"], file.Issues.Select(i => i.Value));
        Assert.Empty(Assert.Single(file.Rows()).Cells);
        Assert.Equal(CrsDeclaration.None, file.Crs);
    }

    private RawFile Open(byte driver, string? cpg, (byte[] Name, char Type, int Width)[] fields, params byte[][] cells)
    {
        Write("a.shp", Shp(1));
        Write("a.dbf", Dbf(driver, fields, [(byte)' ', .. cells.SelectMany(cell => cell)]));
        if (cpg is not null)
            Write("a.cpg", Encoding.ASCII.GetBytes(cpg));
        return ShapefileFile.Open(Path.Combine(_folder, "a.shp"));
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), bytes);

    private static byte[] Shp(int nulls)
    {
        var bytes = new byte[100 + nulls * 12];
        BinaryPrimitives.WriteInt32BigEndian(bytes, 9994);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(24), bytes.Length / 2);
        for (var i = 0; i < nulls; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(100 + i * 12), i + 1);
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(104 + i * 12), 2);
        }
        return bytes;
    }

    private static byte[] Dbf(byte driver, (byte[] Name, char Type, int Width)[] fields, params byte[][] records)
    {
        var header = new byte[32 + fields.Length * 32 + 1];
        header[0] = 3;
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), records.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)header.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), (ushort)(1 + fields.Sum(f => f.Width)));
        header[29] = driver;
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Name.CopyTo(header, 32 + i * 32);
            header[32 + i * 32 + 11] = (byte)fields[i].Type;
            header[32 + i * 32 + 16] = (byte)fields[i].Width;
        }
        header[^1] = 0x0D;
        return [.. header, .. records.SelectMany(record => record), 0x1A];
    }
}
