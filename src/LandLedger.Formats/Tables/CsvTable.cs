using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LandLedger.Formats.Shapes;
using LandLedger.Formats.Text;
using LandLedger.Import;
using LandLedger.Import.Columns;

namespace LandLedger.Formats.Tables;

/// <summary>Separated text (CSV) by RFC 4180, read as a stream. Lines are counted as an editor shows them.</summary>
internal sealed class CsvTable : RawFile
{
    /// <summary>Characters of one cell; an outline of 500,000 points has some 20 million.</summary>
    public const int LongestCell = 32 << 20;

    private const int ReadBytes = 64 * 1024;

    private readonly Stream _stream;
    private readonly CsvRecords _records;
    private readonly List<RawRow> _first;
    private readonly ShapeText _shapes = new();

    private CsvTable(Stream stream, CsvRecords records, List<RawRow> first)
    {
        _stream = stream;
        _records = records;
        _first = first;
    }

    public override double Progress => _stream.Length == 0 ? 1 : (double)_stream.Position / _stream.Length;

    /// <summary>Null when the content is no table; the reason is among the issues.</summary>
    public static CsvTable? Open(Stream stream, string name, List<ImportIssue> issues, int longestCell = LongestCell)
    {
        var (encoding, issue) = TextEncoding.Detect(stream, name);
        if (issue is not null)
            issues.Add(issue);
        if (encoding is null)
            return null;
        var separator = Separator.Of(stream, encoding, out var stated);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            BadDataFound = null,
            IgnoreBlankLines = false,
            DetectColumnCountChanges = false,
            MaxFieldSize = longestCell,
        };
        var reader = new StreamReader(
            stream,
            encoding,
            detectEncodingFromByteOrderMarks: true,
            ReadBytes,
            leaveOpen: true
        );
        // A record has more cells than its longest; the parser reads one buffer ahead.
        var text = new BoundedText(reader, 2 * longestCell + configuration.BufferSize, separator);
        var records = new CsvRecords(new CsvParser(text, configuration), text, separator, name);
        if (stated)
            records.Next();
        var first = new List<RawRow>();
        while (first.Count < HeaderRow.Sample && records.Next() is { } row)
            first.Add(row);
        if (HeaderRow.Find([.. first.Select(row => row.Cells)], []) is not { } header)
        {
            issues.AddRange(records.Issues);
            if (records.Issues.Count == 0)
                issues.Add(FileIssue.Refuse(name, "file.no-table"));
            records.Dispose();
            return null;
        }
        first.RemoveRange(0, header.First + header.Count);
        return new(stream, records, first)
        {
            Name = name,
            Columns = header.Columns,
            Heading = header.Heading,
        };
    }

    public override IEnumerable<RawRow> Rows()
    {
        foreach (var row in _first)
            yield return row;
        while (_records.Next() is { } row)
            yield return row;
        Issues.AddRange(_records.Issues);
    }

    public override (RawShape? Shape, CellTrouble? Trouble) ShapeOf(string text) => ShapeCell.Read(_shapes, text);

    protected override void Dispose(bool disposing)
    {
        _records.Dispose();
        _stream.Dispose();
        base.Dispose(disposing);
    }
}
