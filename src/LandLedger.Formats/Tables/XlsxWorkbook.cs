using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LandLedger.Import;

namespace LandLedger.Formats.Tables;

/// <summary>
/// A workbook (.xlsx) read as a stream: formulas give the result that was stored with them, dates are told by their number format.
/// </summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private readonly Stream _stream;
    private readonly SpreadsheetDocument _document;
    private int _open;

    private XlsxWorkbook(Stream stream, SpreadsheetDocument document)
    {
        _stream = stream;
        _document = document;
        Formats = CellFormats.Read(document.WorkbookPart!);
        From1904 = document.WorkbookPart!.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        Strings = SharedStrings.Read(document.WorkbookPart!.SharedStringTablePart);
    }

    public CellFormats Formats { get; }

    public bool From1904 { get; }

    public IReadOnlyList<string> Strings { get; }

    /// <summary>What the libraries below throw when the content, not the program, is at fault.</summary>
    public static bool IsDamage(Exception e) =>
        e
            is OpenXmlPackageException
                or XmlException
                or InvalidDataException
                or FormatException
                or FileFormatException
                or KeyNotFoundException
                or ArgumentException
                or OverflowException
                or InvalidOperationException
                or UriFormatException
                or EndOfStreamException
                or NotSupportedException;

    public static IReadOnlyList<RawFile> Open(Stream stream, string name, List<ImportIssue> issues)
    {
        var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var files = new List<RawFile>();
        XlsxWorkbook? workbook = null;
        try
        {
            if (document.WorkbookPart?.Workbook?.Sheets is not { } list)
                throw new InvalidDataException("no list of sheets");
            workbook = new XlsxWorkbook(stream, document);
            var sheets = list.Elements<Sheet>().Where(sheet => sheet.Id?.Value is not null).ToList();
            foreach (var sheet in sheets)
            {
                var title = sheet.Name?.Value ?? "";
                var full = sheets.Count > 1 ? $"{name}#{title}" : name;
                if (sheet.State is { } state && state != SheetStateValues.Visible)
                    issues.Add(FileIssue.Note(full, "sheet.hidden", value: title));
                else if (document.WorkbookPart.GetPartById(sheet.Id!.Value!) is WorksheetPart part)
                {
                    if (XlsxSheet.Open(workbook, part, full, title) is { } file)
                        files.Add(file);
                }
            }
        }
        catch (Exception)
        {
            document.Dispose();
            throw;
        }
        if (files.Count == 0)
        {
            issues.Add(FileIssue.Refuse(name, "file.no-table"));
            document.Dispose();
        }
        workbook._open = files.Count;
        return files;
    }

    /// <summary>A sheet is done; the last one closes the file.</summary>
    public void Dispose()
    {
        if (--_open > 0)
            return;
        _document.Dispose();
        _stream.Dispose();
    }

    /// <summary>The XML of a part, without entities, bounded in size.</summary>
    public static XmlReader Xml(OpenXmlPart part, long most = ZipCheck.MostBytes) =>
        XmlReader.Create(
            new BoundedStream(part.GetStream(FileMode.Open, FileAccess.Read), most),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );
}
