using System.Globalization;

namespace LandLedger.Import;

/// <summary>The sentence of an issue and its proposed fix, in either language.</summary>
public static class IssueText
{
    public static string Sentence(this ImportIssue issue, Texts texts)
    {
        var key = "issue." + issue.Code;
        return texts.Find(key) is null ? issue.Code : texts.Fill(key, name => Value(issue, name));
    }

    /// <summary>What to do about it, or null where there is nothing to do.</summary>
    public static string? Fix(this ImportIssue issue, Texts texts)
    {
        var key = "issue." + issue.Code + ".fix";
        return texts.Find(key) is null ? null : texts.Fill(key, name => Value(issue, name));
    }

    private static string? Value(ImportIssue issue, string name) =>
        issue.Arguments.TryGetValue(name, out var argument)
            ? argument
            : name switch
            {
                "value" => issue.Value,
                "column" => issue.Title ?? issue.Column?.ToString(CultureInfo.InvariantCulture),
                "line" => issue.Line?.ToString(CultureInfo.InvariantCulture),
                "plot" => issue.Plot,
                "field" => issue.Field,
                "file" => issue.File,
                _ => null,
            };
}
