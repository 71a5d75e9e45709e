using LandLedger.Rules.Loading;

namespace LandLedger.Rules;

/// <summary>The packages that come with LandLedger, and the reader of packages that come from a county's own file.</summary>
public static class RuleSets
{
    private const string Packages = "law/packages/";

    /// <summary>The instruments that come with LandLedger, by id. Read first: the rest names them.</summary>
    internal static IReadOnlyDictionary<string, Instrument> Instruments { get; } =
        RuleFile.Shipped("law/instruments.json", (root, _) => ReadInstruments(root));

    private static readonly Dictionary<string, Sayings> Said = ReadSayings();

    /// <summary>All packages that come with LandLedger, "default" first, each in the version of today.</summary>
    public static IReadOnlyList<RuleSet> All { get; } =
    [
        .. RuleFile
            .Names(Packages)
            .Where(name => !IsFormer(name))
            .Select(name => RuleFile.Shipped(name, Package))
            .OrderBy(rules => rules.Id != "default")
            .ThenBy(rules => rules.Id, StringComparer.Ordinal),
    ];

    /// <summary>Versions of before, ID@VERSION.json beside ID.json: an old decision runs again by the one that it names.</summary>
    internal static IReadOnlyList<RuleSet> Former { get; } =
    [.. RuleFile.Names(Packages).Where(IsFormer).Select(name => RuleFile.Shipped(name, Package))];

    public static RuleSet Default => All[0];

    /// <summary>The package of an id in the version of today, or of "ID@VERSION" in just that one; null where there is none.</summary>
    public static RuleSet? Find(string asked) => Find(asked, [.. All, .. Former]);

    /// <summary>The versions that there are of a package, that of today first; none where nobody knows its id.</summary>
    public static IReadOnlyList<string> Versions(string id) =>
        [.. All.Concat(Former).Where(rules => rules.Id == id).Select(rules => rules.Version)];

    /// <summary>The first of those that are meant.</summary>
    internal static RuleSet? Find(string asked, IReadOnlyList<RuleSet> among) =>
        among.FirstOrDefault(rules => rules.Id == asked || $"{rules.Id}@{rules.Version}" == asked);

    /// <summary>
    /// Reads a package file. Either there is a package, or there are problems: a file with any fault is refused as a whole and
    /// every fault is named with its place. The id of a package that comes with LandLedger is not to be had: answers vouch for the law by it.
    /// </summary>
    public static (RuleSet? Rules, IReadOnlyList<RuleProblem> Problems) Read(Stream package) =>
        RuleFile.Read(package, Package) is var read && read.Value is { } rules && Find(rules.Id) is not null
            ? (null, [new("id-taken", "id", rules.Id)])
            : read;

    /// <summary>The package that its text is of; null where this program cannot read it.</summary>
    internal static RuleSet? Read(RuleText text) =>
        RuleFile.Read(text.Bytes, ReadText).Value is { } rules ? rules with { Text = text } : null;

    private static RuleSet? ReadText(Node text, List<RuleProblem> problems)
    {
        var (instruments, said) = InstrumentText.TakenIn(text);
        return text.Member(TakenIn.File) is { } file
            ? new PackageText(instruments, said.GetValueOrDefault).Read(file, problems)
            : null;
    }

    private static bool IsFormer(string name) => name.Contains('@', StringComparison.Ordinal);

    private static RuleSet? Package(Node node, List<RuleProblem> problems) =>
        new PackageText(Instruments, Said.GetValueOrDefault).Read(node, problems);

    private static Dictionary<string, Sayings> ReadSayings()
    {
        var found = new Dictionary<string, Sayings>(StringComparer.Ordinal);
        foreach (var name in RuleFile.Names("law/numbers/"))
            RuleFile.Shipped(
                name,
                (root, _) => found[root.Text("instrument") ?? ""] = InstrumentText.Sayings(root, Instruments)
            );
        return found;
    }

    private static Dictionary<string, Instrument> ReadInstruments(Node root)
    {
        var found = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        foreach (var node in root.All())
        {
            if (InstrumentText.Instrument(node) is { } instrument && !found.TryAdd(instrument.Id, instrument))
                node.Report("twice", instrument.Id, "id");
        }
        return found;
    }
}
