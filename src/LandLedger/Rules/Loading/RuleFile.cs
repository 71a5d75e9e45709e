using System.Reflection;
using System.Text.Json;

namespace LandLedger.Rules.Loading;

/// <summary>
/// Reads a file of rules as a whole: either there is a value, or there are problems, each with its place. Files that come with LandLedger
/// are resources; a fault in one is a bug.
/// </summary>
internal static class RuleFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly Assembly Home = typeof(RuleFile).Assembly;

    public static (T? Value, IReadOnlyList<RuleProblem> Problems) Read<T>(
        Stream file,
        Func<Node, List<RuleProblem>, T?> read
    )
        where T : class
    {
        var problems = new List<RuleProblem>();
        try
        {
            using var document = JsonDocument.Parse(file, Strict);
            var value = read(new(document.RootElement, "", problems), problems);
            return (problems.Count > 0 ? null : value, problems);
        }
        catch (JsonException wrong) when (wrong.LineNumber is { } line)
        {
            return (null, [new("not-json", $"{line + 1}:{wrong.BytePositionInLine + 1}", "")]);
        }
        catch (JsonException)
        {
            return (null, [new("member-twice", "", "")]);
        }
        catch (InvalidOperationException)
        {
            // What the JSON reader throws on bytes that are no text, and on half a surrogate pair.
            return (null, [new("not-text-file", "", "")]);
        }
    }

    public static (T? Value, IReadOnlyList<RuleProblem> Problems) Read<T>(
        ReadOnlyMemory<byte> file,
        Func<Node, List<RuleProblem>, T?> read
    )
        where T : class
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        return Read(stream, read);
    }

    public static T Shipped<T>(string name, Func<Node, List<RuleProblem>, T?> read)
        where T : class
    {
        using var stream = Home.GetManifestResourceStream(name)!;
        var (value, problems) = Read(stream, read);
        return value
            ?? throw new InvalidOperationException(
                $"{name}: {string.Join("; ", problems.Select(p => $"{p.Place} {p.Code} {p.Value}"))}"
            );
    }

    /// <summary>A file that comes with LandLedger, as it is written.</summary>
    public static JsonElement Element(string name)
    {
        using var stream = Home.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>Names of the resources right in a folder ("law/numbers/"), in ordinal order.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Home.GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(folder, StringComparison.Ordinal) && !name.AsSpan(folder.Length).Contains('/')
            )
            .Order(StringComparer.Ordinal);

    /// <summary>The ids of what stands right in a folder, in order. Files bear them as names, those of before with @VERSION, so that none need be read for it.</summary>
    public static IEnumerable<string> Ids(string folder) =>
        Names(folder).Select(name => Path.GetFileNameWithoutExtension(name).Split('@')[0]).Distinct();
}
