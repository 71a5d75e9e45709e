using System.Security.Cryptography;
using LandLedger.Formats.GeoPackages;
using LandLedger.Formats.Shapes;
using LandLedger.Import;
using Microsoft.Data.Sqlite;

namespace LandLedger.Formats.Tests.GeoPackages;

public sealed class GeoPackageTests : IDisposable
{
    // POLYGON((0 0,4 0,4 4,0 0)), little endian WKB.
    private const string Wkb =
        "0103000000010000000400000000000000000000000000000000000000000000000000104000000000000000000000000000001040000000000000104000000000000000000000000000000000";

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("gpkg").FullName, "park.gpkg");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    // Flags: bits 1 to 3 tell the box (0, 4, 6, 6, 8 doubles), bit 0 the byte order of the header alone.
    [Theory]
    [InlineData(0b0001, 0)]
    [InlineData(0b0010, 32)]
    [InlineData(0b0101, 48)]
    [InlineData(0b0111, 48)]
    [InlineData(0b1001, 64)]
    public void A_geometry_reads_behind_every_kind_of_box(byte flags, int box)
    {
        var reading = GeoPackageBlob.Read(Blob(flags, box));

        Assert.Equal([0.0, 0, 4, 0, 4, 4, 0, 0], reading.Shape!.Parts[0][0]);
    }

    [Theory]
    [InlineData(0b0010_0001, 0)] // the extended form
    [InlineData(0b1011, 0)] // a box kind that the standard does not know
    [InlineData(0b0011, 8)] // cut within the box
    public void A_header_outside_the_standard_is_unreadable(byte flags, int box)
    {
        Assert.Equal(ShapeReading.Unreadable, GeoPackageBlob.Read(Blob(flags, box).AsSpan(0, 8 + box)).Trouble);
    }

    [Fact]
    public void An_empty_geometry_is_no_shape()
    {
        Assert.Equal(default, GeoPackageBlob.Read([(byte)'G', (byte)'P', 0, 0b0001_0001, 0, 0, 0, 0]));
    }

    [Fact]
    public void Every_layer_and_table_is_a_file_of_its_own_with_its_own_system()
    {
        Create(
            $"""
            INSERT INTO gpkg_spatial_ref_sys VALUES ('zone', 4528, 'epsg', 4528, '', ''), ('own', 900001, 'NONE', 900001, 'LOCAL_CS["park"]', '');
            CREATE TABLE "a b" (fid INTEGER PRIMARY KEY, "编号" TEXT, mu REAL, geom POLYGON);
            INSERT INTO "a b" VALUES (7, 'A-1', 0.1, X'{Convert.ToHexString(Blob(1, 0))}'), (3, NULL, 12, NULL);
            CREATE TABLE own (id INTEGER PRIMARY KEY, geom POLYGON);
            INSERT INTO own VALUES (1, X'4750FF');
            CREATE TABLE firms (fid INTEGER PRIMARY KEY, name TEXT);
            INSERT INTO firms VALUES (1, '某某公司');
            INSERT INTO gpkg_contents VALUES ('a b', 'features', 4528), ('own', 'features', 900001), ('firms', 'attributes', NULL);
            INSERT INTO gpkg_geometry_columns VALUES ('a b', 'geom', 4528), ('own', 'geom', 900001);
            """
        );
        var files = GeoPackageFile.Open(_path);

        Assert.Equal(["park.gpkg#a b", "park.gpkg#own", "park.gpkg#firms"], files.Select(file => file.Name));
        Assert.Equal(["EPSG:4528", null, null], files.Select(file => file.Crs.Code));
        Assert.Equal("LOCAL_CS[\"park\"]", files[1].Crs.Wkt);
        Assert.Equal(["编号", "mu"], files[0].Columns.Select(column => column.Title));
        var rows = files[0].Rows().ToList();
        Assert.Equal([3, 7], rows.Select(row => row.Line));
        Assert.Equal<string?[]>(["A-1", "0.1"], rows[1].Cells);
        Assert.Equal((null, "Polygon"), (rows[0].Shape, rows[1].Shape!.Kind));
        Assert.Equal("shape.unreadable", Assert.Single(files[1].Rows()).Shape!.Trouble!.Code);
        Assert.Equal("某某公司", Assert.Single(files[2].Rows()).Cells[0]);
        Assert.All(files, file => file.Dispose());
    }

    [Fact]
    public void A_store_of_ours_is_read_as_its_plots_alone()
    {
        Create(
            """
            CREATE TABLE plots (id INTEGER PRIMARY KEY, plot TEXT, geom MULTIPOLYGON);
            CREATE TABLE changes (id INTEGER PRIMARY KEY, plot TEXT);
            CREATE TABLE store_version (version INTEGER);
            INSERT INTO gpkg_contents VALUES ('plots', 'features', 4490), ('changes', 'attributes', NULL), ('store_version', 'attributes', NULL);
            INSERT INTO gpkg_geometry_columns VALUES ('plots', 'geom', 4490);
            """
        );
        using var file = Assert.Single(GeoPackageFile.Open(_path));

        Assert.Equal("park.gpkg#plots", file.Name);
    }

    [Fact]
    public void A_file_that_is_no_GeoPackage_is_named()
    {
        File.WriteAllText(
            _path,
            "not a database, but long enough to be read as the header of one, 100 bytes and a bit more than that"
        );

        using var file = Assert.Single(GeoPackageFile.Open(_path));
        Assert.Equal(("file.gpkg", "SQLite 26"), (Assert.Single(file.Issues).Code, file.Issues[0].Value));
    }

    [Fact]
    public void A_GeoPackage_without_layers_is_named()
    {
        Create("");

        using var file = Assert.Single(GeoPackageFile.Open(_path));
        Assert.Equal("file.gpkg-empty", Assert.Single(file.Issues).Code);
    }

    [Fact]
    public void A_file_with_a_log_is_read_and_left_as_it_was()
    {
        Create(Firms + "PRAGMA journal_mode = WAL;");
        Assert.Equal(2, File.ReadAllBytes(_path)[18]);

        Assert.Equal(["甲"], ReadUntouched());
    }

    [Fact]
    public void What_another_program_has_left_in_the_log_is_read()
    {
        Create(Firms);
        using var other = new SqliteConnection($"Data Source={_path};Pooling=False");
        other.Open();
        Execute(other, "PRAGMA journal_mode = WAL; INSERT INTO firms VALUES (2, '乙');");
        Assert.NotEqual(0, new FileInfo(_path + "-wal").Length);

        Assert.Equal(["甲", "乙"], ReadUntouched());
    }

    [Fact]
    public void A_change_that_another_program_did_not_finish_is_not_read()
    {
        Create(Firms);
        // Copied in the middle of a change, when its pages are in the file and the old ones in the journal.
        var (cut, journal) = (_path + ".cut", _path + ".cut-journal");
        using (var other = new SqliteConnection($"Data Source={_path};Pooling=False"))
        {
            other.Open();
            Execute(other, "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;");
            Execute(
                other,
                "UPDATE firms SET name = '丙'; WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) INSERT INTO firms SELECT i, hex(randomblob(50)) FROM n;"
            );
            File.Copy(_path, cut);
            File.Copy(_path + "-journal", journal);
            Execute(other, "ROLLBACK");
        }
        File.Move(cut, _path, overwrite: true);
        File.Move(journal, _path + "-journal");

        Assert.Equal(["甲"], ReadUntouched());
    }

    /// <summary>A log that grows all the while: no copy of it with its file can be of one state.</summary>
    [Fact]
    public async Task A_file_that_somebody_is_writing_is_told_to_be_busy()
    {
        await File.WriteAllBytesAsync(_path, new byte[16 * 1024 * 1024]);
        await File.WriteAllBytesAsync(_path + "-wal", new byte[1]);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            using var log = new FileStream(_path + "-wal", FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0);
            while (!stop.IsCancellationRequested)
                log.WriteByte(0);
        });
        while (new FileInfo(_path + "-wal").Length < 100)
            await Task.Yield();

        var file = Assert.Single(GeoPackageFile.Open(_path));

        await stop.CancelAsync();
        await writing;
        Assert.Equal("file.gpkg-busy", Assert.Single(file.Issues).Code);
    }

    private const string Firms = """
        CREATE TABLE firms (fid INTEGER PRIMARY KEY, name TEXT);
        INSERT INTO firms VALUES (1, '甲');
        INSERT INTO gpkg_contents VALUES ('firms', 'attributes', NULL);
        """;

    /// <summary>The firms; the files of the folder, their bytes and days are the same before and after, also where it may only be read.</summary>
    private List<string?> ReadUntouched()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(_path)!);
        var read = new List<List<string?>>();
        foreach (var writable in new[] { true, false })
        {
            Protect(writable);
            var before = State();
            foreach (var file in GeoPackageFile.Open(_path))
            {
                using (file)
                {
                    read.Add([.. file.Rows().Select(row => row.Cells[0])]);
                    Assert.Empty(file.Issues);
                }
            }
            Assert.Equal(before, State());
        }
        Protect(writable: true);
        Assert.Equal(read[0], read[1]);
        return read[0];

        void Protect(bool writable)
        {
            const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserExecute;
            if (!OperatingSystem.IsWindows())
                folder.UnixFileMode = writable ? Readable | UnixFileMode.UserWrite : Readable;
        }

        List<(string, DateTime, string)> State() =>
            [
                .. folder
                    .EnumerateFiles()
                    .OrderBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => (file.Name, file.LastWriteTimeUtc, Hash(file))),
            ];

        static string Hash(FileInfo file)
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Convert.ToHexString(SHA256.HashData(stream));
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static byte[] Blob(byte flags, int box) =>
        [(byte)'G', (byte)'P', 0, flags, 0xB0, 0x11, 0, 0, .. new byte[box], .. Convert.FromHexString(Wkb)];

    private void Create(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
                CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
                CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
                CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
                """ + sql;
        command.ExecuteNonQuery();
    }
}
