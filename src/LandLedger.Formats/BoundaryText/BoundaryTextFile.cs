using System.Text;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>
/// Boundary points as land offices exchange them (界址点坐标 TXT, 国土报盘): one row a plot, X of the file is the northing and Y the
/// easting. Plots with an issue of severity <see cref="Severity.Refuse"/> give no row. Memory is bounded by the largest plot.
/// </summary>
public sealed class BoundaryTextFile : RawFile
{
    /// <summary>Most characters of a line; the widest plot line is far below.</summary>
    public const int LongestLine = 64 * 1024;

    private const int SniffedLines = 200;

    private readonly Stream _stream;
    private readonly Encoding? _encoding;
    private readonly BoundaryHeader? _header;
    private readonly BoundaryCrs? _crs;
    private readonly string? _stated;

    private BoundaryTextFile(
        Stream stream,
        Encoding? encoding,
        BoundaryHeader? header,
        BoundaryCrs? crs,
        string? stated
    )
    {
        _stream = stream;
        _encoding = encoding;
        _header = header;
        _crs = crs;
        _stated = stated;
    }

    public override bool NamesItsColumns => false;

    public override bool HasOutlines => true;

    public override double Progress =>
        _stream is { CanSeek: true, Length: > 0 } ? (double)_stream.Position / _stream.Length : 1;

    /// <summary>Opens a boundary text and reads its header; anything wrong with the file is in <see cref="RawFile.Issues"/>.</summary>
    /// <param name="stream">Seekable, at its start; disposed with the file.</param>
    /// <param name="name">File name without folder.</param>
    /// <param name="crs">
    /// "EPSG:n" where the caller states the system: the header need not tell it then, and zone numbers of eastings are held
    /// against it. <see cref="RawFile.Crs"/> names what the file says in its note only.
    /// </param>
    public static BoundaryTextFile Open(Stream stream, string name, string? crs = null)
    {
        var issues = new List<ImportIssue>();
        var (encoding, issue) = TextEncoding.Detect(stream, name);
        if (issue is not null)
            issues.Add(issue);
        if (encoding is null)
            return Opened(stream, name, issues, null, null, null, null);
        var log = new IssueLog(name, issues);
        var survey = BoundarySurvey.Of(stream, encoding, LongestLine);
        if (!survey.HasPlots)
        {
            if (survey.LineTooLong is { } line)
                log.Add("file.line-too-long", Severity.Refuse, line);
            else
                log.Add(survey.HasContent ? "boundary.no-section" : "file.empty", Severity.Refuse);
            return Opened(stream, name, issues, encoding, null, null, null);
        }
        survey.Header.Tell(log);
        var resolved = BoundaryCrs.Of(survey.Header, survey.Prefix, crs, log);
        return Opened(stream, name, issues, encoding, survey.Header, resolved, crs);
    }

    /// <summary>
    /// Whether the beginning of a text is that of a boundary text rather than of a table: a section mark, a plot line with its @, or
    /// a point in the first line. The stream is put back where it stood.
    /// </summary>
    public static bool Sniff(Stream stream) => Sniff(stream, Encoding.UTF8) || Sniff(stream, TextEncoding.Gb18030);

    private static bool Sniff(Stream stream, Encoding encoding)
    {
        var start = stream.Position;
        using var lines = new TextLines(stream, encoding, LongestLine);
        var found = false;
        var begun = false;
        while (!found && lines.Number < SniffedLines && lines.Next())
        {
            var line = lines.Current.Trim();
            found =
                BoundarySections.Of(line) is BoundarySection.Header or BoundarySection.Plots
                || line.EndsWith(",@") && line.Count(',') >= 8
                || !begun && BoundarySurvey.IsPoint(line);
            begun |= line.Length > 0;
        }
        stream.Position = start;
        return found;
    }

    /// <inheritdoc />
    public override IEnumerable<RawRow> Rows()
    {
        if (_encoding is null || _header is null || _crs is null or { Refused: true })
            yield break;
        _stream.Position = 0;
        var log = new IssueLog(Name, Issues);
        var reader = new BoundaryReader(_header, new PointPlaces(_crs, _stated, log), log);
        using var lines = new TextLines(_stream, _encoding, LongestLine);
        while (lines.Next())
        {
            if (reader.Take(lines.Current, lines.Number) is { } row)
                yield return row;
        }
        if (lines.TooLong)
            log.Add("file.line-too-long", Severity.Refuse, lines.Number);
        else if (reader.End() is { } last)
            yield return last;
        log.End();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stream.Dispose();
        base.Dispose(disposing);
    }

    private static BoundaryTextFile Opened(
        Stream stream,
        string name,
        List<ImportIssue> issues,
        Encoding? encoding,
        BoundaryHeader? header,
        BoundaryCrs? crs,
        string? stated
    )
    {
        var file = new BoundaryTextFile(stream, encoding, header, crs, stated)
        {
            Name = name,
            Columns = PlotColumns.All,
            Crs = new(crs?.Code, Note: header?.ToString()),
        };
        file.Issues.AddRange(issues);
        return file;
    }
}
