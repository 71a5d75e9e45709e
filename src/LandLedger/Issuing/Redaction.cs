using System.Text.RegularExpressions;
using LandLedger.Disposal;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Issuing;

/// <summary>
/// A rule by which a list is made public (脱敏规则), data in <c>data/lists</c>: the columns that it names are shown and no other, the outline
/// is left out, and names of holders are masked.
/// </summary>
public sealed partial class Redaction
{
    /// <summary>Stands in the place of a number that tells who somebody is.</summary>
    private const string Masked = "****";

    private readonly NameMask _mask;

    private Redaction(NameMask mask) => _mask = mask;

    /// <summary>All that come with LandLedger, the newest of each id last.</summary>
    public static IReadOnlyList<Redaction> All { get; } =
    [
        .. RuleFile
            .Names("lists/")
            .Select(name => RuleFile.Shipped(name, (root, _) => Read(root)))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ThenBy(rule => rule.Version, StringComparer.Ordinal),
    ];

    /// <summary>The rule that counts unless another is asked for.</summary>
    public static Redaction Default { get; } = All.Last(rule => rule.Id == "public");

    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>By language tag.</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>What it rests on, by language tag.</summary>
    public required IReadOnlyDictionary<string, string> Note { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Ids of the columns that are shown.</summary>
    public required IReadOnlySet<string> Shown { get; init; }

    /// <summary>Those that hold the name of a holder.</summary>
    public required IReadOnlySet<string> Names { get; init; }

    /// <summary>Those in whose text names and numbers of persons are masked.</summary>
    public required IReadOnlySet<string> Scrubbed { get; init; }

    /// <summary>The rule of that name, id@version, or null.</summary>
    public static Redaction? Find(string name) => All.FirstOrDefault(rule => rule.ToString() == name);

    /// <summary>What the list says in public.</summary>
    public ListContents Of(ListContents list)
    {
        DisposalColumn[] columns = [.. list.Columns.Where(column => Shown.Contains(column.Id))];
        return list with
        {
            Basis = list.Basis with { Redaction = ToString() },
            Columns = columns,
            Lines = list.Lines.Select(line => ListLine.Of(Of(line, columns))),
        };
    }

    public override string ToString() => $"{Id}@{Version}";

    private IssuedRow Of(ListLine line, DisposalColumn[] columns)
    {
        var row = IssuedRow.Of(line, columns);
        var cells = row.Cells.ToDictionary(StringComparer.Ordinal);
        string[] holders = [.. Names.Select(id => row.Cells.GetValueOrDefault(id).Text).OfType<string>()];
        foreach (var (id, cell) in row.Cells)
        {
            if (cell.Text is not { } text)
                continue;
            if (Names.Contains(id))
                cells[id] = Fact.Of(_mask.Of(text));
            else if (Scrubbed.Contains(id))
                cells[id] = Fact.Of(Scrub(text, holders));
        }
        return row with { Cells = cells, Shape = null };
    }

    private string Scrub(string text, string[] holders)
    {
        foreach (var holder in holders)
            text = _mask.Scrub(text, holder);
        return OfPersons().Replace(text, Masked);
    }

    private static Redaction? Read(Node root)
    {
        root.Only("id", "version", "title", "show", "names", "scrub", "organizations", "separators", "source");
        HashSet<string> shown = [.. Columns(root, "show")];
        HashSet<string> names = [.. Columns(root, "names")];
        HashSet<string> scrubbed = [.. Columns(root, "scrub")];
        string[] words = [.. root.Texts("organizations").Select(word => word.Text)];
        string[] separators = [.. root.Texts("separators", required: false).Select(text => text.Text)];
        if (root.Member("source") is not { } source)
            return null;
        source.Only("instrument", "note", "trust");
        return new(new(words, separators))
        {
            Id = root.Text("id") ?? "",
            Version = root.Text("version") ?? "",
            Title = root.Words("title"),
            Note = source.Words("note"),
            Trust = source.Trust() ?? default,
            Shown = shown,
            Names = names,
            Scrubbed = scrubbed,
        };
    }

    private static IEnumerable<string> Columns(Node root, string member)
    {
        foreach (var (id, node) in root.Texts(member))
        {
            if (DisposalColumns.Find(id) is null)
                node.Report("unknown-column", id);
            else
                yield return id;
        }
    }

    /// <summary>Credit codes (GB 32100), identity numbers (GB 11643) and mobile numbers.</summary>
    [GeneratedRegex(
        "(?<![0-9A-Za-z])(?:[0-9A-HJ-NPQRTUWXY]{18}|[0-9]{17}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OfPersons();
}
