using LandLedger.Rules.Loading;

namespace LandLedger.Rules;

/// <summary>The packages that come with LandLedger, and the reader of packages that come from a county's own file.</summary>
public static class RuleSets
{
    /// <summary>The instruments that come with LandLedger, by id. Read first: the rest names them.</summary>
    internal static IReadOnlyDictionary<string, Instrument> Instruments { get; } =
        RuleFile.Shipped("law/instruments.json", (root, _) => ReadInstruments(root));

    private static readonly Dictionary<string, Sayings> Said = ReadSayings();

    /// <summary>All packages that come with LandLedger, "default" first.</summary>
    public static IReadOnlyList<RuleSet> All { get; } =
    [
        .. RuleFile
            .Names("law/packages/")
            .Select(name => RuleFile.Shipped(name, Package))
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
        RuleFile.Read(package, Package) is var read && read.Value is { } rules && Find(rules.Id) is not null
            ? (null, [new("id-taken", "id", rules.Id)])
            : read;

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
