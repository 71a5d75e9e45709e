using System.Globalization;
using LandLedger.Filters;
using LandLedger.Formats.Shapes;
using LandLedger.Import;
using Microsoft.Data.Sqlite;

namespace LandLedger.Formats.GeoPackages;

/// <summary>
/// One layer or attribute table of a GeoPackage, opened for reading only. A record's line is its feature number (fid) where it has
/// one. The column fid itself is the row number of GIS programs and no fact; it is left out.
/// </summary>
public sealed class GeoPackageFile : RawFile
{
    private readonly UntouchedFile _file;
    private readonly SqliteConnection _connection;
    private readonly string _table;
    private readonly string? _key;
    private readonly string? _geometry;
    private readonly long _rows;
    private long _read;

    private GeoPackageFile(
        UntouchedFile file,
        SqliteConnection connection,
        GeoPackageLayer layer,
        string? key,
        long rows
    )
    {
        (_file, _connection) = (file.Share(), connection);
        _table = layer.Table;
        _geometry = layer.Geometry;
        _key = key;
        _rows = rows;
    }

    public override bool HasOutlines => _geometry is not null;

    public override string GeometryName => _geometry ?? base.GeometryName;

    public override bool NumbersRecords => _key is not null;

    public override double Progress => _rows == 0 ? 1 : Math.Min(1, (double)_read / _rows);

    /// <summary>All layers, each named "name.gpkg#layer"; one file with an issue when it cannot be read.</summary>
    public static IReadOnlyList<RawFile> Open(string path)
    {
        var name = Path.GetFileName(path);
        using var file = UntouchedFile.Of(path);
        if (file is null)
            return [UnreadFile.Of(FileIssue.Refuse(name, "file.gpkg-busy"))];
        var files = new List<RawFile>();
        try
        {
            using var connection = file.Connect();
            foreach (var layer in GeoPackageLayer.All(connection))
            {
                files.Add(Open(file, name, layer));
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            files.ForEach(opened => opened.Dispose());
            return [UnreadFile.Of(FileIssue.Refuse(name, "file.gpkg", value: Reason(e)))];
        }
        return files.Count > 0 ? files : [UnreadFile.Of(FileIssue.Refuse(name, "file.gpkg-empty"))];
    }

    public override IEnumerable<RawRow> Rows()
    {
        _read = 0;
        using var command = _connection.CreateCommand();
        var columns = string.Join(", ", Columns.Select(column => Quoted(column.Title)));
        command.CommandText =
            $"SELECT {(_key is null ? "NULL" : Quoted(_key))}, {(_geometry is null ? "NULL" : Quoted(_geometry))}"
            + (columns.Length > 0 ? ", " + columns : "")
            + $" FROM {Quoted(_table)}"
            + (_key is null ? "" : $" ORDER BY {Quoted(_key)}");
        if (!Try(command.ExecuteReader, out var reader))
        {
            yield break;
        }
        using (reader)
        {
            while (Try(reader.Read, out var more) && more && Try(() => Row(reader), out var row))
            {
                yield return row;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        _connection.Dispose();
        _file.Dispose();
        base.Dispose(disposing);
    }

    private static GeoPackageFile Open(UntouchedFile file, string name, GeoPackageLayer layer)
    {
        var connection = file.Connect();
        try
        {
            var (columns, key) = ColumnsOf(connection, layer);
            using var count = connection.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM {Quoted(layer.Table)}";
            return new GeoPackageFile(file, connection, layer, key, (long)count.ExecuteScalar()!)
            {
                Name = $"{name}#{layer.Table}",
                Columns = columns,
                Crs = GeoPackageCrs.Of(connection, layer.SrsId),
            };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static (List<RawColumn> Columns, string? Key) ColumnsOf(SqliteConnection connection, GeoPackageLayer layer)
    {
        var columns = new List<RawColumn>();
        string? key = null;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, upper(type), pk FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", layer.Table);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var title = reader.GetString(0);
            var isKey = reader.GetInt64(2) == 1 && reader.GetString(1) == "INTEGER";
            key = isKey ? title : key;
            var isNumberOfRow = isKey && title.Equals("fid", StringComparison.OrdinalIgnoreCase);
            if (!isNumberOfRow && !title.Equals(layer.Geometry, StringComparison.OrdinalIgnoreCase))
            {
                columns.Add(new RawColumn(title, columns.Count) { Type = TypeOf(reader.GetString(1)) });
            }
        }
        return (columns, key);
    }

    /// <summary>By the types of the standard; null for those that say nothing, as in views.</summary>
    private static FilterType? TypeOf(string declared) =>
        declared.Split('(')[0].Trim() switch
        {
            "TEXT" => FilterType.Text,
            "BOOLEAN" => FilterType.Boolean,
            "INTEGER" or "INT" or "MEDIUMINT" or "SMALLINT" or "TINYINT" => FilterType.Integer,
            "DOUBLE" or "REAL" or "FLOAT" => FilterType.Number,
            "DATE" => FilterType.Date,
            "DATETIME" => FilterType.Timestamp,
            _ => null,
        };

    private RawRow Row(SqliteDataReader reader)
    {
        _read++;
        var line = reader.IsDBNull(0) ? _read : reader.GetInt64(0);
        var cells = new string?[Columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.GetValue(i + 2) switch
            {
                string text => text,
                long number => number.ToString(CultureInfo.InvariantCulture),
                double number => number.ToString("R", CultureInfo.InvariantCulture),
                byte[] bytes => Convert.ToHexString(bytes),
                _ => null,
            };
        }
        var shown = line is > 0 and <= int.MaxValue ? (int)line : (int)Math.Min(_read, int.MaxValue);
        return new RawRow(shown, cells, Shape(reader));
    }

    private RawShape? Shape(SqliteDataReader reader)
    {
        if (reader.IsDBNull(1))
        {
            return null;
        }
        var reading = reader.GetValue(1) is byte[] blob
            ? GeoPackageBlob.Read(blob)
            : ShapeReading.Failed(ShapeReading.Unreadable, 0);
        return reading.Trouble is { } trouble
            ? RawShape.Failed(ShapeTrouble.Of(trouble, reading.Position, _geometry))
            : reading.Shape;
    }

    private bool Try<T>(Func<T> read, out T result)
    {
        try
        {
            result = read();
            return true;
        }
        catch (Exception e) when (IsDamage(e))
        {
            Issues.Add(FileIssue.Refuse(Name, "file.gpkg", value: Reason(e)));
            result = default!;
            return false;
        }
    }

    /// <summary>What a file with wrong content leads to; a machine that fails (disk, rights) is left to the caller.</summary>
    private static bool IsDamage(Exception e) =>
        e
            is InvalidCastException
                or InvalidOperationException
                or OverflowException
                or FormatException
                or System.Text.DecoderFallbackException
        || (e is SqliteException { SqliteErrorCode: var code } && code is 1 or 11 or 18 or 20 or 24 or 26);

    private static string Reason(Exception e) =>
        e is SqliteException sqlite
            ? string.Create(CultureInfo.InvariantCulture, $"SQLite {sqlite.SqliteErrorCode}")
            : e.GetType().Name;

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
