using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Formats.Json;

/// <summary>
/// The answer to an import as JSON: <c>outcome</c> (done, done-in-part, refused), <c>files</c>, <c>on</c> (the day that they stand for), <c>tables</c> with the layout
/// that each was read by, the counts, <c>changes</c> of plots and <c>firmChanges</c> with old and new value of each fact (null is unknown), <c>refusedRows</c> with their
/// cells as written, and <c>issues</c>.
/// </summary>
public static class ImportReportJson
{
    private static readonly JsonEncodedText On = JsonEncodedText.Encode("on");

    public static void Write(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartObject();
        json.WriteString("outcome", CodeText.Of(report.Outcome));
        json.WriteStartArray("files");
        foreach (var file in report.Files)
            json.WriteStringValue(file);
        json.WriteEndArray();
        json.WriteOrNull(On, report.On);
        json.WriteStartArray("tables");
        foreach (var table in report.Tables)
        {
            json.WriteStartObject();
            json.WriteString("file", table.File);
            json.WriteString("layout", table.Layout.Id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("added", report.Added);
        json.WriteNumber("changed", report.Changed);
        json.WriteNumber("same", report.Same);
        json.WriteNumber("ended", report.Ended);
        json.WriteNumber("refused", report.Refused);
        json.WriteNumber("firms", report.Firms);
        json.WriteNumber("firmsAdded", report.FirmsAdded);
        json.WriteNumber("firmsChanged", report.FirmsChanged);
        json.WriteNumber("firmsSame", report.FirmsSame);
        json.WriteNumber("firmsEnded", report.FirmsEnded);
        json.WriteStartArray("changes");
        foreach (var change in report.Changes)
            WriteChange(json, change);
        json.WriteEndArray();
        json.WriteStartArray("firmChanges");
        foreach (var change in report.FirmChanges)
            WriteChange(json, change);
        json.WriteEndArray();
        json.WriteStartArray("refusedRows");
        foreach (var row in report.RefusedRows)
            WriteRefused(json, row);
        json.WriteEndArray();
        json.WritePropertyName("issues");
        IssueJson.WriteArray(json, report.Issues);
        json.WriteEndObject();
    }

    public static async Task WriteAsync(Stream output, ImportReport report, CancellationToken cancel = default)
    {
        await using var json = new Utf8JsonWriter(output, JsonForm.Readable);
        Write(json, report);
        await json.FlushAsync(cancel).ConfigureAwait(false);
    }

    private static void WriteChange(Utf8JsonWriter json, PlotChange change)
    {
        json.WriteStartObject();
        json.WriteString("plot", change.Plot);
        WriteOrigin(json, change.Kind, change.File, change.Line);
        json.WriteStartArray("facts");
        foreach (var fact in change.Facts)
        {
            json.WriteStartObject();
            json.WriteString("field", fact.Field);
            WriteValues(json, fact.Old, fact.New);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, FirmChange change)
    {
        json.WriteStartObject();
        json.WriteString("firm", change.Firm);
        json.WriteString("creditCode", change.CreditCode);
        WriteOrigin(json, change.Kind, change.File, change.Line);
        json.WriteStartArray("facts");
        foreach (var fact in change.Facts)
        {
            json.WriteStartObject();
            json.WriteString("field", fact.Field);
            IssueJson.WriteOrNull(json, "year", fact.Year);
            json.WriteString("plot", fact.Plot);
            WriteValues(json, fact.Old, fact.New);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRefused(Utf8JsonWriter json, RefusedRow row)
    {
        json.WriteStartObject();
        json.WriteString("file", row.File);
        json.WriteNumber("line", row.Line);
        json.WriteString("plot", row.Plot);
        json.WriteStartArray("cells");
        foreach (var cell in row.Cells)
        {
            json.WriteStartObject();
            json.WriteString("title", cell.Title);
            json.WriteString("value", cell.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, ChangeKind kind, string file, int? line)
    {
        json.WriteString("kind", CodeText.Of(kind));
        json.WriteString("file", file);
        IssueJson.WriteOrNull(json, "line", line);
    }

    private static void WriteValues(Utf8JsonWriter json, string old, string now)
    {
        json.WriteString("old", old.Length == 0 ? null : old);
        json.WriteString("new", now.Length == 0 ? null : now);
    }
}
