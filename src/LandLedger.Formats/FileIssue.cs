using LandLedger.Import;

namespace LandLedger.Formats;

/// <summary>Makes the issues of a file's own form, in one line each.</summary>
internal static class FileIssue
{
    private const int LongestValue = 200;

    public static ImportIssue Refuse(string file, string code, int? line = null, string? value = null) =>
        Of(Severity.Refuse, file, code, line, value);

    public static ImportIssue Warn(string file, string code, int? line = null, string? value = null) =>
        Of(Severity.Warn, file, code, line, value);

    public static ImportIssue Note(string file, string code, int? line = null, string? value = null) =>
        Of(Severity.Note, file, code, line, value);

    /// <summary>The same issue with further values for its sentence.</summary>
    public static ImportIssue With(this ImportIssue issue, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var all = new Dictionary<string, string>(issue.Arguments, StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            all[name] = value;
        }
        return issue with { Arguments = all };
    }

    private static ImportIssue Of(Severity severity, string file, string code, int? line, string? value) =>
        new()
        {
            Code = code,
            Severity = severity,
            File = file,
            Line = line,
            Value = value is { Length: > LongestValue } ? value[..LongestValue] : value,
        };
}
