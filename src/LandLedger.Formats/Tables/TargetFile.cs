using System.Globalization;
using System.Text.Json;
using LandLedger.Clearance;
using LandLedger.Import;

namespace LandLedger.Formats.Tables;

/// <summary>
/// A file of the targets of years: a table (CSV, XLSX) with a row a target, or JSON, an array of objects. Columns and members are those of
/// <see cref="TargetReading.Columns"/>.
/// </summary>
public static class TargetFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>There are targets, or every fault with file and line (of JSON with its number in the array, from 1).</summary>
    /// <param name="file">Seekable, from its start; closed afterwards.</param>
    /// <param name="name">File name without folder.</param>
    public static (IReadOnlyList<YearTarget>? Targets, IReadOnlyList<TargetProblem> Problems) Read(
        Stream file,
        string name
    )
    {
        var reading = new TargetReading();
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            using (file)
                ReadJson(file, name, reading);
            return reading.Done();
        }
        var rows = 0;
        foreach (var table in TableFile.Open(file, name))
        {
            using (table)
                rows += ReadTable(table, reading);
        }
        if (rows == 0)
            reading.Report("empty", name, "");
        return reading.Done();
    }

    private static int ReadTable(RawFile table, TargetReading reading)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in table.Columns.Where(column => column.Title.Length > 0))
        {
            if (TargetReading.Column(column.Title) is not { } known)
                reading.Report("column-unknown", table.Name, column.Title, Titles);
            else if (!columns.TryAdd(known, column.Index))
                reading.Report("column-twice", table.Name, column.Title);
        }
        if (table.Columns.Count > 0 && !columns.ContainsKey("year"))
            reading.Report("column-missing", table.Name, "", "target.year");
        var count = 0;
        foreach (var row in table.Rows())
        {
            if (row.Cells.All(string.IsNullOrWhiteSpace))
                continue;
            count++;
            if (columns.ContainsKey("year"))
                reading.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{table.Name}:{row.Line}"),
                    column => columns.TryGetValue(column, out var at) ? row.Cells.ElementAtOrDefault(at) : null
                );
        }
        foreach (var issue in table.Issues.Where(issue => issue.Severity == Severity.Refuse))
            reading.Report(table.Name, issue);
        return count;
    }

    private static IReadOnlyList<string> Titles { get; } =
    [.. TargetReading.Columns.Select(column => "target." + column)];

    private static void ReadJson(Stream file, string name, TargetReading reading)
    {
        try
        {
            using var document = JsonDocument.Parse(file, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                reading.Report("not-array", name, "");
                return;
            }
            foreach (var (i, item) in document.RootElement.EnumerateArray().Index())
                ReadItem(item, string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1}]"), reading);
        }
        catch (JsonException e)
        {
            reading.Report("not-json", string.Create(CultureInfo.InvariantCulture, $"{name}:{e.LineNumber + 1}"), "");
        }
    }

    private static void ReadItem(JsonElement item, string place, TargetReading reading)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            reading.Report("not-object", place, item.GetRawText());
            return;
        }
        foreach (var member in item.EnumerateObject())
        {
            if (!TargetReading.Columns.Contains(member.Name, StringComparer.Ordinal))
                reading.Report("column-unknown", place, member.Name, TargetReading.Columns);
        }
        reading.Add(
            place,
            column =>
                !item.TryGetProperty(column, out var value) || value.ValueKind == JsonValueKind.Null ? null
                : value.ValueKind == JsonValueKind.String ? value.GetString()
                : value.GetRawText()
        );
    }
}
