namespace LandLedger.Import;

/// <summary>Where in the files something stands, for issues.</summary>
public readonly record struct RawPlace(string File, int? Line, string? Plot)
{
    internal ImportIssue Issue(string code, Severity severity, params (string Name, string Value)[] arguments) =>
        new()
        {
            Code = code,
            Severity = severity,
            File = File,
            Line = Line,
            Plot = Plot,
            Value = arguments.FirstOrDefault(a => a.Name == "value").Value,
            Arguments = arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal),
        };
}
