using System.Reflection;
using System.Text.Json;
using LandLedger.Rules.Loading;

namespace LandLedger.Rules;

/// <summary>The packages that come with LandLedger, and the reader of packages that come from a county's own file.</summary>
public static class RuleSets
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly Assembly Home = typeof(RuleSets).Assembly;
    private static readonly Dictionary<string, Instrument> Known = ReadInstruments();
    private static readonly Dictionary<string, Sayings> Said = ReadSayings();

    /// <summary>All packages that come with LandLedger, "default" first.</summary>
    public static IReadOnlyList<RuleSet> All { get; } =
    [
        .. Names("law/packages/")
            .Select(Shipped)
            .OrderBy(rules => rules.Id != "default")
            .ThenBy(rules => rules.Id, StringComparer.Ordinal),
    ];

    public static RuleSet Default => All[0];

    public static RuleSet? Find(string id) => All.FirstOrDefault(rules => rules.Id == id);

    /// <summary>
    /// Reads a package file. Either there is a package, or there are problems: a file with any fault is refused as a whole and
    /// every fault is named with its place. The id of a package that comes with LandLedger is not to be had: answers vouch for the law by it.
    /// </summary>
    public static (RuleSet? Rules, IReadOnlyList<RuleProblem> Problems) Read(Stream package) =>
        Parse(package) is var read && read.Rules is { } rules && Find(rules.Id) is not null
            ? (null, [new("id-taken", "id", rules.Id)])
            : read;

    private static (RuleSet? Rules, IReadOnlyList<RuleProblem> Problems) Parse(Stream package)
    {
        var problems = new List<RuleProblem>();
        try
        {
            using var document = JsonDocument.Parse(package, Strict);
            var reader = new PackageText(Known, Said.GetValueOrDefault);
            return (reader.Read(new(document.RootElement, "", problems), problems), problems);
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

    private static RuleSet Shipped(string name)
    {
        using var stream = Home.GetManifestResourceStream(name)!;
        var (rules, problems) = Parse(stream);
        return rules ?? throw Broken(name, problems);
    }

    private static Dictionary<string, Instrument> ReadInstruments()
    {
        var found = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        With(
            "law/instruments.json",
            root =>
            {
                foreach (var node in root.All())
                {
                    if (InstrumentText.Instrument(node) is { } instrument && !found.TryAdd(instrument.Id, instrument))
                        node.Report("twice", instrument.Id, "id");
                }
            }
        );
        return found;
    }

    private static Dictionary<string, Sayings> ReadSayings()
    {
        var found = new Dictionary<string, Sayings>(StringComparer.Ordinal);
        foreach (var name in Names("law/numbers/"))
            With(name, root => found[root.Text("instrument") ?? ""] = InstrumentText.Sayings(root, Known));
        return found;
    }

    private static void With(string name, Action<Node> read)
    {
        var problems = new List<RuleProblem>();
        using var stream = Home.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream, Strict);
        read(new(document.RootElement, "", problems));
        if (problems.Count > 0)
            throw Broken(name, problems);
    }

    private static InvalidOperationException Broken(string name, IEnumerable<RuleProblem> problems) =>
        new($"{name}: {string.Join("; ", problems.Select(p => $"{p.Place} {p.Code} {p.Value}"))}");

    private static IEnumerable<string> Names(string folder) =>
        Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
