namespace LandLedger.Import;

/// <summary>
/// Turns the rows of one file into facts by a layout. What concerns the file (unknown layout, columns, totals, null markers) goes
/// into <see cref="RawFile.Issues"/>, what concerns a row into <see cref="ParsedRow.Issues"/>.
/// </summary>
public sealed class RecordParser
{
    private readonly RawFile _file;
    private readonly string? _county;

    private RecordParser(RawFile file, ColumnMap columns, string? county)
    {
        _file = file;
        Columns = columns;
        _county = county ?? columns.Layout.County;
    }

    public ColumnMap Columns { get; }

    public Layout Layout => Columns.Layout;

    /// <summary>
    /// Null when the file cannot be read as a ledger: the issues of the file say why. Without a layout the built-in one that names
    /// most of the columns is taken. <paramref name="county"/> is for rows that state none.
    /// </summary>
    public static RecordParser? Open(RawFile file, Layout? layout = null, string? county = null)
    {
        layout ??= Layouts.All[0];
        return ColumnMap.Of(file, layout) is { } columns ? new(file, columns, county) : null;
    }

    /// <summary>Every record, once; totals, notes, blanks and repeated headers are left out.</summary>
    public IEnumerable<ParsedRow> Rows()
    {
        foreach (var row in _file.Rows())
        {
            if (Parse(row) is { } parsed)
                yield return parsed;
        }
    }

    /// <summary>Null for a row that is no record (total, note, blank, repeated header).</summary>
    public ParsedRow? Parse(RawRow row) =>
        new()
        {
            Kind = Layout.Row,
            File = _file.Name,
            Line = row.Line,
            County = _county,
            Shape = row.Shape,
        };
}
