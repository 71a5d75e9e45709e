using System.IO.Compression;
using System.Text;

namespace LandLedger.Formats.Tests.Tables;

/// <summary>A workbook written part by part, so that a test says just what stands in the file.</summary>
internal sealed class Book
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string Rows, string Extra, string State)> _sheets = [];
    private readonly Dictionary<string, string> _parts = [];

    public string Workbook { get; init; } = "";

    public string SharedStrings { get; init; } = "";

    /// <summary>Style 0 is general, 1 a day, 2 percent, 3 a Chinese year and month.</summary>
    private const string Styles =
        $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>""";

    public Book Sheet(string name, string rows, string extra = "", string state = "")
    {
        _sheets.Add((name, rows, extra, state));
        return this;
    }

    public Book Part(string path, string content)
    {
        _parts[path] = content;
        return this;
    }

    public MemoryStream Write()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in Parts())
            {
                using var writer = new StreamWriter(zip.CreateEntry(path, CompressionLevel.SmallestSize).Open());
                writer.Write(content);
            }
        }
        stream.Position = 0;
        return stream;
    }

    private Dictionary<string, string> Parts()
    {
        var types = new StringBuilder();
        var relations = new StringBuilder();
        var list = new StringBuilder();
        var parts = new Dictionary<string, string>();
        void Add(string path, string kind, string content)
        {
            types.Append(
                $"""<Override PartName="/xl/{path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>"""
            );
            relations.Append(
                $"""<Relationship Id="r{path.Length}{path.GetHashCode(StringComparison.Ordinal) & 0xFFFF}" Type="{Relations}/{kind}" Target="{path}"/>"""
            );
            parts["xl/" + path] = content;
        }
        Add("styles.xml", "styles", Styles);
        if (SharedStrings.Length > 0)
            Add("sharedStrings.xml", "sharedStrings", $"""<sst xmlns="{Main}">{SharedStrings}</sst>""");
        for (var i = 1; i <= _sheets.Count; i++)
        {
            var (name, rows, extra, state) = _sheets[i - 1];
            types.Append(
                $"""<Override PartName="/xl/worksheets/s{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""
            );
            relations.Append(
                $"""<Relationship Id="s{i}" Type="{Relations}/worksheet" Target="worksheets/s{i}.xml"/>"""
            );
            list.Append($"""<sheet name="{name}" sheetId="{i}" r:id="s{i}"{state}/>""");
            parts[$"xl/worksheets/s{i}.xml"] =
                $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{extra}</worksheet>""";
        }
        parts["xl/workbook.xml"] =
            $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{Workbook}<sheets>{list}</sheets></workbook>""";
        parts["xl/_rels/workbook.xml.rels"] =
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>""";
        parts["_rels/.rels"] =
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
        parts["[Content_Types].xml"] =
            $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>""";
        foreach (var (path, content) in _parts)
            parts[path] = content;
        return parts;
    }

    /// <summary>A row of texts, kept in the cells themselves.</summary>
    public static string Row(int row, params string?[] texts) =>
        $"<row r=\"{row}\">"
        + string.Concat(
            texts.Select(
                (text, i) =>
                    text is null ? "" : $"<c r=\"{(char)('A' + i)}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
            )
        )
        + "</row>";
}
