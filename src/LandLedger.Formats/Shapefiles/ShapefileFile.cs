using System.Globalization;
using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.Shapefiles;

/// <summary>
/// A shapefile with its attribute table, from its files or from a .zip that holds exactly one. A record's line is its number in
/// the file, deleted records counted. What is missing beside the .shp is said and read without.
/// </summary>
public sealed class ShapefileFile : RawFile
{
    private readonly ShapefileParts _parts;
    private readonly ShpStream _shapes;
    private readonly DbfTable? _table;
    private readonly List<DbfField> _fields;

    private ShapefileFile(ShapefileParts parts, ShpStream shapes, DbfTable? table, List<DbfField> fields)
    {
        _parts = parts;
        _shapes = shapes;
        _table = table;
        _fields = fields;
    }

    public override bool HasOutlines => true;

    public override bool NumbersRecords => true;

    public override double Progress => _parts.Shp.Length == 0 ? 1 : (double)_parts.Shp.Position / _parts.Shp.Length;

    /// <summary>The path of a .shp.</summary>
    public static RawFile Open(string path) => Open(ShapefileParts.Of(path), Path.GetFileName(path));

    /// <summary>The path of a .zip.</summary>
    public static RawFile OpenZip(string path)
    {
        var (parts, issue) = ShapefileZip.Open(path);
        return parts is null ? UnreadFile.Of(issue!) : Open(parts, Path.GetFileName(path));
    }

    public override IEnumerable<RawRow> Rows()
    {
        _shapes.Rewind();
        _table?.Rewind();
        var tableEnded = _table is null;
        var shapesEnded = false;
        RawShape? rest = null;
        for (var line = 1; !tableEnded || !shapesEnded; line++)
        {
            var cells = new string?[_fields.Count];
            var kept = tableEnded || line > (_table?.Records ?? 0) ? null : _table!.Read(cells, _fields);
            tableEnded = kept is null;
            var shape = rest;
            if (!shapesEnded && !Shape(line, isWanted: kept != false, out shape))
            {
                // Where the file breaks off, what is left has lost its shapes; it has not none.
                shapesEnded = true;
                rest = shape;
            }
            if (tableEnded && shapesEnded)
            {
                break;
            }
            if (kept != false)
            {
                yield return new RawRow(line, cells, shape);
            }
        }
        if (_table is not null)
        {
            TellLeftOut(_table);
        }
    }

    private void TellLeftOut(DbfTable table)
    {
        foreach (var (field, count) in table.Starred)
        {
            Issues.Add(
                FileIssue.Note(Name, "dbf.stars").With(("count", count.ToString(CultureInfo.InvariantCulture))) with
                {
                    Title = table.Name(field),
                }
            );
        }
        if (table.DeletedRecords > 0)
        {
            var count = table.DeletedRecords.ToString(CultureInfo.InvariantCulture);
            Issues.Add(FileIssue.Note(Name, "dbf.deleted").With(("count", count)));
        }
    }

    protected override void Dispose(bool disposing)
    {
        _parts.Dispose();
        base.Dispose(disposing);
    }

    private static RawFile Open(ShapefileParts parts, string name)
    {
        var shapes = new ShpStream(parts.Shp, parts.Shx);
        if (!shapes.IsShapefile)
        {
            parts.Dispose();
            return UnreadFile.Of(FileIssue.Refuse(name, "file.shapefile"));
        }
        var issues = new List<ImportIssue>();
        Missing(parts.Shx is null, ".shx", Severity.Note);
        Missing(parts.Dbf is null, ".dbf", Severity.Warn);
        Missing(parts.Prj is null, ".prj", Severity.Warn);
        var table = parts.Dbf is null ? null : DbfTable.Open(parts.Dbf);
        if (parts.Dbf is not null && table is null)
        {
            issues.Add(FileIssue.Refuse(name, "file.dbf"));
        }
        var columns = new List<RawColumn>();
        var fields = new List<DbfField>();
        if (table is not null)
        {
            AddIfAny(table.ChooseEncoding(parts.Cpg, name));
            foreach (var field in table.Fields)
            {
                if (field.IsRead)
                {
                    fields.Add(field);
                    columns.Add(
                        new RawColumn(table.Name(field), columns.Count)
                        {
                            Type = field.ValueType,
                            MayBeCut = field.MayBeCut,
                        }
                    );
                    continue;
                }
                var type = char.IsAsciiLetterOrDigit(field.Type) ? field.Type.ToString() : "?";
                issues.Add(FileIssue.Warn(name, "dbf.field-type", value: type) with { Title = table.Name(field) });
            }
            AddIfAny(Counts(name, shapes.Count(), table.Records));
        }
        var file = new ShapefileFile(parts, shapes, table, fields)
        {
            Name = name,
            Columns = columns,
            Crs = parts.Prj is null ? CrsDeclaration.None : CrsText.Declare(parts.Prj),
        };
        file.Issues.AddRange(issues);
        return file;

        void Missing(bool isMissing, string part, Severity severity)
        {
            if (isMissing)
            {
                issues.Add(FileIssue.Note(name, "file.shapefile-missing", value: part) with { Severity = severity });
            }
        }

        void AddIfAny(ImportIssue? issue)
        {
            if (issue is not null)
            {
                issues.Add(issue);
            }
        }
    }

    private static ImportIssue? Counts(string name, long shapes, long records) =>
        shapes == records
            ? null
            : FileIssue
                .Warn(name, "file.shapefile-counts")
                .With(
                    ("shapes", shapes.ToString(CultureInfo.InvariantCulture)),
                    ("records", records.ToString(CultureInfo.InvariantCulture))
                );

    private bool Shape(int line, bool isWanted, out RawShape? shape)
    {
        shape = null;
        if (!_shapes.Read(out var content, out var cut))
        {
            if (cut)
            {
                Issues.Add(FileIssue.Refuse(Name, "file.shapefile-cut", line));
                shape = RawShape.Unread;
            }
            return false;
        }
        var reading = isWanted ? ShpRecord.Read(content) : default;
        shape = reading.Shape;
        if (reading.Trouble is { } trouble)
        {
            shape = RawShape.Failed(ShapeTrouble.Of(trouble, reading.Position));
        }
        return true;
    }
}
