using System.Text;
using LandLedger.Fields;
using LandLedger.Formats.Tables;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Tables;

/// <summary>Opens tables and reads all of them, as an import does.</summary>
internal static class Ledgers
{
    public static (List<ParsedRow> Rows, List<ImportIssue> Issues) Read(
        Stream stream,
        string name,
        Layout? layout = null,
        string? county = null
    )
    {
        var rows = new List<ParsedRow>();
        var issues = new List<ImportIssue>();
        var parts = TableFile.Open(stream, name);
        foreach (var part in parts)
        {
            if (RecordParser.Open(part, layout, county) is { } parser)
                rows.AddRange(parser.Rows());
            issues.AddRange(part.Issues);
            part.Dispose();
        }
        issues.AddRange(rows.SelectMany(row => row.Issues));
        return (rows, issues);
    }

    public static (List<ParsedRow> Rows, List<ImportIssue> Issues) ReadText(string text, Layout? layout = null) =>
        Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv", layout);

    public static (List<ParsedRow> Rows, List<ImportIssue> Issues) ReadFile(string path, Layout? layout = null) =>
        Read(File.OpenRead(path), Path.GetFileName(path), layout);

    /// <summary>The facts of a row as "field=value" texts, in order.</summary>
    public static string Told(ParsedRow row) =>
        string.Join(' ', row.Facts.Select(fact => $"{fact.Field}={fact.Fact}"))
        + (row.Supplement is null ? "" : " " + row.Supplement)
        + (row.Delay is null ? "" : " " + row.Delay)
        + string.Concat(row.Years.Select(year => " " + year))
        + string.Concat(row.FirmYears.Select(year => $" {row.FirmName} {row.FirmCode} {year}"));

    public static decimal? Number(this ParsedRow row, Field field) => row.Fact(field).Number;
}
