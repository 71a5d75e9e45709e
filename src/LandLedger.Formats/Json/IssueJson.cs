using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Formats.Json;

/// <summary>
/// An import issue as JSON: <c>code, severity, file, line, column, title, field, value, plot</c>, and its sentence and proposed
/// fix as <c>text</c> and <c>fix</c>, each in Chinese and English.
/// </summary>
public static class IssueJson
{
    public static void Write(Utf8JsonWriter json, ImportIssue issue)
    {
        json.WriteStartObject();
        json.WriteString("code", issue.Code);
        json.WriteString("severity", CodeText.Of(issue.Severity));
        json.WriteString("file", issue.File);
        WriteOrNull(json, "line", issue.Line);
        WriteOrNull(json, "column", issue.Column);
        json.WriteString("title", issue.Title);
        json.WriteString("field", issue.Field);
        json.WriteString("value", issue.Value);
        json.WriteString("plot", issue.Plot);
        WriteWords(json, "text", issue.Sentence);
        WriteWords(json, "fix", issue.Fix);
        json.WriteEndObject();
    }

    /// <summary>All issues as one array.</summary>
    public static async Task WriteArrayAsync(
        Stream output,
        IReadOnlyList<ImportIssue> issues,
        CancellationToken cancel = default
    )
    {
        await using var json = new Utf8JsonWriter(output, JsonForm.Readable);
        WriteArray(json, issues);
        await json.FlushAsync(cancel).ConfigureAwait(false);
    }

    internal static void WriteArray(Utf8JsonWriter json, IReadOnlyList<ImportIssue> issues)
    {
        json.WriteStartArray();
        foreach (var issue in issues)
            Write(json, issue);
        json.WriteEndArray();
    }

    internal static void WriteOrNull(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void WriteWords(Utf8JsonWriter json, string name, Func<Texts, string?> words)
    {
        if (words(Texts.Chinese) is not { } chinese)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("zh", chinese);
        json.WriteString("en", words(Texts.English));
        json.WriteEndObject();
    }
}
