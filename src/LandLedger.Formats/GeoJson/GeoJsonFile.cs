using System.Globalization;
using System.Text;
using System.Text.Json;
using LandLedger.Formats.Shapes;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.GeoJson;

/// <summary>
/// GeoJSON of any size: FeatureCollection, Feature, bare geometry, or many of them line by line (.geojsonl, RFC 8142). Opening
/// goes once through the file for the names of all properties and the coordinate system, <see cref="Rows"/> a second time.
/// A record's line is the line of its opening brace. Texts that are not UTF-8 are read with an issue that names the encoding.
/// </summary>
public sealed class GeoJsonFile : RawFile
{
    private readonly Stream _stream;
    private readonly GeoJsonColumns _columns;
    private readonly Encoding? _encoding;
    private bool _refused;

    /// <summary>Which feature of the file is being read, from 1.</summary>
    private int _begun;

    private GeoJsonFile(Stream stream, GeoJsonColumns columns, Encoding? encoding, bool refused)
    {
        _stream = stream;
        _columns = columns;
        _encoding = encoding;
        _refused = refused;
    }

    public override bool HasOutlines => true;

    public override double Progress => _stream.Length == 0 ? 1 : (double)_stream.Position / _stream.Length;

    public static RawFile Open(string path) =>
        Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1), Path.GetFileName(path));

    /// <summary>From a seekable stream, which is closed with the file.</summary>
    public static RawFile Open(Stream stream, string name)
    {
        var columns = new GeoJsonColumns();
        GeoJsonWalk walk;
        if (!IsWide(stream))
        {
            (var window, walk) = Scan(stream, columns, encoding: null);
            if (window.IsUtf8)
                return Opened(stream, name, columns, walk, encoding: null, issue: null);
            stream.Position = 0;
        }
        var (encoding, issue) = TextEncoding.Detect(stream, name);
        if (encoding is null)
        {
            stream.Dispose();
            return UnreadFile.Of(issue!);
        }
        columns = new GeoJsonColumns();
        (_, walk) = Scan(stream, columns, encoding);
        if (issue is not { Severity: Severity.Warn })
            issue = FileIssue.Warn(name, "file.json-not-utf8").With(("encoding", EncodingName.Of(encoding)));
        return Opened(stream, name, columns, walk, encoding, issue);
    }

    /// <summary>JSON begins with ASCII: a zero byte in the first character is half of one in UTF-16.</summary>
    private static bool IsWide(Stream stream)
    {
        Span<byte> first = stackalloc byte[2];
        first.Fill(1);
        _ = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return first.Contains((byte)0);
    }

    public override IEnumerable<RawRow> Rows()
    {
        if (_refused)
        {
            yield break;
        }
        var window = new JsonWindow(Text(_stream, _encoding));
        var walk = new GeoJsonWalk(window, _columns);
        using var stops = walk.Stops().GetEnumerator();
        var any = false;
        _begun = 1;
        for (; Next(stops, window); _begun++)
        {
            var feature = walk.Feature;
            var shape = feature.Geometry.Shape();
            if (stops.Current is not (GeoJsonFound.Feature or GeoJsonFound.Geometry))
            {
                Issues.Add(FileIssue.Refuse(Name, "file.json-not-geojson", feature.Line));
                continue;
            }
            if (feature.Geometry.Trouble is { } trouble)
            {
                shape = RawShape.Failed(
                    ShapeTrouble.Of(trouble, feature.Geometry.TroublePosition, feature.Geometry.TroubleValue)
                );
            }
            any = true;
            yield return new RawRow(feature.Line, feature.Cells, shape);
        }
        if (!any && !IsRefused(Issues))
        {
            Issues.Add(FileIssue.Refuse(Name, "file.json-no-features"));
        }
    }

    protected override void Dispose(bool disposing)
    {
        _stream.Dispose();
        base.Dispose(disposing);
    }

    private static (JsonWindow Window, GeoJsonWalk Walk) Scan(Stream stream, GeoJsonColumns columns, Encoding? encoding)
    {
        var window = new JsonWindow(Text(stream, encoding));
        var walk = new GeoJsonWalk(window, columns);
        try
        {
            foreach (var _ in walk.Stops())
            {
                if (!window.IsUtf8 || columns.TooMany)
                {
                    break;
                }
            }
        }
        catch (JsonException)
        {
            // Reading the rows meets it again and says so then.
        }
        return (window, walk);
    }

    private static Stream Text(Stream stream, Encoding? encoding)
    {
        stream.Position = 0;
        return encoding is null
            ? stream
            : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8, leaveOpen: true);
    }

    private static GeoJsonFile Opened(
        Stream stream,
        string name,
        GeoJsonColumns columns,
        GeoJsonWalk walk,
        Encoding? encoding,
        ImportIssue? issue
    )
    {
        var issues = new List<ImportIssue>();
        if (issue is not null)
        {
            issues.Add(issue);
        }
        var crs = Declared(walk, name, issues);
        if (walk.Shifted || walk.Feature.ShiftedSeen || ShiftedMark.IsOn(walk.Name) || ShiftedMark.IsOn(Stem(name)))
        {
            issues.Add(FileIssue.Refuse(name, "crs.shifted"));
        }
        if (columns.TooMany)
        {
            var limit = GeoJsonColumns.Most.ToString(CultureInfo.InvariantCulture);
            issues.Add(FileIssue.Refuse(name, "file.too-many-columns").With(("limit", limit)));
        }
        var file = new GeoJsonFile(stream, columns, encoding, IsRefused(issues))
        {
            Name = name,
            Columns = columns.Close(walk.Feature.IdSeen),
            Crs = crs,
        };
        file.Issues.AddRange(issues);
        if (file.Columns.Count == 0)
        {
            // Nobody will read rows of a file without properties: what is wrong with it is looked for now.
            foreach (var _ in file.Rows()) { }
            file._refused = IsRefused(file.Issues);
        }
        return file;
    }

    private static bool IsRefused(List<ImportIssue> issues) => issues.Exists(i => i.Severity == Severity.Refuse);

    private static CrsDeclaration Declared(GeoJsonWalk walk, string name, List<ImportIssue> issues)
    {
        if (walk.Crs is not { } member)
        {
            return new CrsDeclaration(GeoJsonCrs.LonLat);
        }
        var declared = GeoJsonCrs.Declare(member);
        issues.Add(
            declared is null
                ? FileIssue.Warn(name, "crs.member-unknown", value: GeoJsonCrs.Text(member))
                : FileIssue.Note(name, "crs.member", value: GeoJsonCrs.Text(member)).With(("crs", declared.Code!))
        );
        return declared ?? new CrsDeclaration(null, Note: GeoJsonCrs.Text(member));
    }

    private static string Stem(string name) => Path.GetFileNameWithoutExtension(name);

    private bool Next(IEnumerator<GeoJsonFound> stops, JsonWindow window)
    {
        try
        {
            if (stops.MoveNext())
            {
                return true;
            }
            if (window.IsEmpty)
            {
                Issues.Add(FileIssue.Refuse(Name, "file.empty"));
            }
            if (window.TooLarge)
            {
                var limit = (JsonWindow.LargestValue / 1024 / 1024).ToString(CultureInfo.InvariantCulture);
                Issues.Add(FileIssue.Refuse(Name, "file.json-too-large", window.LineAt(0)).With(("limit", limit)));
            }
        }
        catch (JsonException e)
        {
            Issues.Add(window.IsEmpty ? FileIssue.Refuse(Name, "file.empty") : Malformed(e, window.NotANumber));
        }
        return false;
    }

    private ImportIssue Malformed(JsonException e, string? notANumber)
    {
        var line = (int)(e.LineNumber ?? 0) + 1;
        var position = ((e.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        var code = notANumber is null ? "file.json" : "file.json-not-a-number";
        var feature = _begun.ToString(CultureInfo.InvariantCulture);
        return FileIssue.Refuse(Name, code, line, notANumber).With(("byte", position)).With(("feature", feature));
    }
}
