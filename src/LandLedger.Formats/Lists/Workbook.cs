using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace LandLedger.Formats.Lists;

/// <summary>
/// An XLSX package put together entry by entry, so that it can leave over a connection while it is made. Only the parts that
/// Excel needs; the tests hold it against the schema.
/// </summary>
internal sealed class Workbook : IDisposable
{
    private readonly ZipArchive _package;
    private readonly DateTimeOffset _stamp;
    private readonly IReadOnlyList<string> _sheets;
    private readonly int _titleRow;
    private int _written;

    /// <summary>Begins the package; the sheets follow in the order of their names.</summary>
    /// <param name="stamp">The day that the entries carry, so that the same list gives the same bytes.</param>
    /// <param name="titleRow">Row of the first sheet that stands on each printed page, with the first column.</param>
    public Workbook(Stream output, IReadOnlyList<string> sheets, DateOnly stamp, int titleRow)
    {
        _titleRow = titleRow;
        _package = new ZipArchive(new ForwardStream(output), ZipArchiveMode.Create, leaveOpen: true);
        _stamp = new DateTimeOffset(stamp.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        _sheets = sheets;
        Part("[Content_Types].xml", ContentTypes());
        Part("_rels/.rels", PackageRelations);
        Part("xl/workbook.xml", Book());
        Part("xl/_rels/workbook.xml.rels", BookRelations());
        Part("xl/styles.xml", SheetStyles.Xml);
    }

    /// <summary>Writes the next sheet.</summary>
    public void Sheet(Action<SheetWriter> write)
    {
        _written++;
        using var stream = Entry($"xl/worksheets/sheet{_written}.xml");
        write(new SheetWriter(stream));
    }

    public void Dispose() => _package.Dispose();

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const string PackageRelations =
        $"""{Declaration}<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>""";

    private string ContentTypes()
    {
        var xml = new StringBuilder(
            $"""{Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Main}.styles+xml"/>"""
        );
        for (var i = 1; i <= _sheets.Count; i++)
            xml.Append($"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Main}.worksheet+xml"/>""");
        return xml.Append("</Types>").ToString();
    }

    private string Book()
    {
        var xml = new StringBuilder(
            $"""{Declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relation}"><bookViews><workbookView/></bookViews><sheets>"""
        );
        for (var i = 1; i <= _sheets.Count; i++)
            xml.Append($"""<sheet name="{SecurityElement.Escape(_sheets[i - 1])}" sheetId="{i}" r:id="rId{i}"/>""");
        var first = $"'{SecurityElement.Escape(_sheets[0].Replace("'", "''", StringComparison.Ordinal))}'!";
        xml.Append("</sheets><definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">")
            .Append(CultureInfo.InvariantCulture, $"{first}$A:$A,{first}${_titleRow}:${_titleRow}");
        return xml.Append("</definedName></definedNames></workbook>").ToString();
    }

    private string BookRelations()
    {
        var xml = new StringBuilder($"""{Declaration}<Relationships xmlns="{Relations}">""");
        for (var i = 1; i <= _sheets.Count; i++)
        {
            xml.Append($"""<Relationship Id="rId{i}" Type="{Relation}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        }
        xml.Append(
            $"""<Relationship Id="rId{_sheets.Count + 1}" Type="{Relation}/styles" Target="styles.xml"/></Relationships>"""
        );
        return xml.ToString();
    }

    private void Part(string name, string xml)
    {
        using var stream = Entry(name);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    private Stream Entry(string name)
    {
        var entry = _package.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _stamp;
        return entry.Open();
    }
}
