namespace LandLedger.Import;

/// <summary>Several names in one text, a line each, as stores keep them; nothing where there are none.</summary>
public static class NameLines
{
    public static string? Of(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join('\n', names);

    public static IReadOnlyList<string> Read(string? lines) => lines is null ? [] : lines.Split('\n');
}
