using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>Writes issues of one file, at most so many of a kind, and tells at the end how many more there were.</summary>
internal sealed class IssueLog(string file, List<ImportIssue> issues)
{
    private const int MostOfAKind = 10_000;
    private const int LongestValue = 200;

    private readonly Dictionary<string, int> _counts = [];

    /// <summary>One for the same file that nobody reads.</summary>
    public IssueLog Unheard() => new(file, []);

    public void Add(
        string code,
        Severity severity,
        int? line = null,
        string? value = null,
        string? plot = null,
        string? title = null,
        int? column = null,
        params ReadOnlySpan<(string Name, string Value)> arguments
    )
    {
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count > MostOfAKind)
            return;
        var named = new Dictionary<string, string>(arguments.Length, StringComparer.Ordinal);
        foreach (var (name, text) in arguments)
            named[name] = text;
        issues.Add(
            new()
            {
                Code = code,
                Severity = severity,
                File = file,
                Line = line,
                Column = column,
                Title = title,
                Value = value is { Length: > LongestValue } ? value[..LongestValue] : value,
                Plot = plot,
                Arguments = named,
            }
        );
    }

    /// <summary>One line for each kind that was cut off.</summary>
    public void End()
    {
        foreach (var (code, count) in _counts.Where(x => x.Value > MostOfAKind).ToList())
        {
            Add(
                "file.more-issues",
                Severity.Warn,
                arguments: [("code", code), ("count", (count - MostOfAKind).ToString(CultureInfo.InvariantCulture))]
            );
        }
    }
}
