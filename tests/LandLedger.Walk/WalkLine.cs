using System.Globalization;

namespace LandLedger.Walk;

/// <summary>What happens on a day of the year: <c>DAY KIND[!] [ID=VALUE; ...] [| REASON] [> KIND ...]</c>.</summary>
/// <param name="Of">What it is about: plot, procedure and unit of a case; else the name of a section.</param>
/// <param name="Allowed">Kinds that are told beside the refusal of a step that may not be taken; null of one that is taken.</param>
internal sealed record WalkLine(
    IReadOnlyList<string> Of,
    DateOnly Day,
    string Kind,
    IReadOnlyDictionary<string, string> Said,
    string? Reason,
    IReadOnlyList<string>? Allowed
)
{
    public const string File = "file";

    /// <summary>The lines of a file, in its order; a section begins with <c># WHAT</c>.</summary>
    public static IEnumerable<WalkLine> Read(string path)
    {
        string[] of = [];
        foreach (var line in System.IO.File.ReadLines(path).Where(line => line.Length > 0))
        {
            if (line[0] == '#')
                of = line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            else
                yield return Parse(of, line);
        }
    }

    public string? Word(string id) => Said.GetValueOrDefault(id);

    private static WalkLine Parse(string[] of, string line)
    {
        var (rest, allowed) = Cut(line, " > ");
        var (told, reason) = Cut(rest, " | ");
        var words = told.Split(' ', 3);
        return new(
            of,
            DateOnly.ParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            words[1].TrimEnd('!'),
            (words.Length > 2 ? words[2].Split("; ") : [])
                .Select(said => Cut(said, "="))
                .ToDictionary(said => said.Item1, said => said.Item2!, StringComparer.Ordinal),
            reason,
            words[1].EndsWith('!') ? allowed!.Split(' ') : null
        );
    }

    private static (string, string?) Cut(string text, string at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, null) : (text[..place], text[(place + at.Length)..]);
    }
}
