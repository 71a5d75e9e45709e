using System.Collections.Frozen;
using LandLedger.Cases.Loading;
using LandLedger.Ledger;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases;

/// <summary>
/// The procedures at hand (程序): those that come with LandLedger, and those of a county that stand beside them or in their place. A case keeps
/// the version that it was opened under; what is not at hand judges nothing.
/// </summary>
public sealed class Procedures
{
    private const string Folder = "cases/procedures/";

    private readonly Dictionary<string, Procedure> _ofToday;
    private readonly KeptRules? _kept;

    private Procedures(IEnumerable<Procedure> all, IEnumerable<Procedure> ofToday)
    {
        All =
        [
            .. all.OrderBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => one.Version, StringComparer.Ordinal),
        ];
        _ofToday = [];
        foreach (var procedure in ofToday)
            _ofToday[procedure.Id] = procedure;
    }

    private Procedures(Procedures atHand, KeptRules kept) =>
        (All, _ofToday, _kept) = (atHand.All, atHand._ofToday, kept);

    /// <summary>Those that come with LandLedger, no county's own among them.</summary>
    public static Procedures Shipped { get; } = OfProgram();

    /// <summary>The ids of those, in order, for which none is read.</summary>
    public static IEnumerable<string> ShippedIds => RuleFile.Ids(Folder);

    /// <summary>The steps of the part that every procedure takes in, by their ids.</summary>
    internal static FrozenDictionary<string, ProcedureStep> Common { get; } =
        Shipped.All[0].Steps.Where(step => step.IsCommon).ToFrozenDictionary(step => step.Id, StringComparer.Ordinal);

    /// <summary>All versions, in order of ids, then of versions.</summary>
    public IReadOnlyList<Procedure> All { get; }

    /// <summary>Each once, in order.</summary>
    public IEnumerable<string> Ids => All.Select(procedure => procedure.Id).Distinct();

    /// <summary>Each once, in order of the procedures.</summary>
    public IEnumerable<string> StateIds =>
        All.SelectMany(procedure => procedure.States).Select(state => state.Id).Distinct();

    /// <summary>The version of today, under which a case is opened; null where there is no procedure of that id, or none of today.</summary>
    public Procedure? Find(string id) => _ofToday.GetValueOrDefault(id);

    public Procedure? Find(string id, string version) =>
        All.FirstOrDefault(procedure => procedure.Id == id && procedure.Version == version);

    /// <summary>
    /// The procedure that a case was opened under: the one at hand where it says the same, else what the ledger kept of it. Where an older program
    /// opened the case, and kept nothing, the one at hand of that id and version. Null where there is none.
    /// </summary>
    public Procedure? Of(CaseRow row) =>
        Find(row.Procedure, row.Version) is { } atHand && (row.Digest is null || row.Digest == atHand.Text.Digest)
            ? atHand
        : row.Digest is null ? null
        : _kept?.Procedure(row.Digest);

    /// <summary>These, and what a ledger keeps of others.</summary>
    public Procedures And(ILedger ledger) => new(this, new KeptRules(ledger));

    /// <summary>A state that a step of that part leads to.</summary>
    internal static CaseState CommonState(string id) => Shipped.All[0].FindState(id)!;

    /// <summary>
    /// These and a county's own, by file: <c>ID.json</c> is the version of today, in the place of one of that id that comes with LandLedger,
    /// <c>ID@VERSION.json</c> one of before, for the cases that it began. There are procedures, or every fault of every file, its name first in the
    /// place.
    /// </summary>
    /// <param name="files">Their names, without folder, and what stands in them.</param>
    public (Procedures? Procedures, IReadOnlyList<RuleProblem> Problems) With(
        IEnumerable<(string Name, Stream Content)> files
    )
    {
        List<Procedure> own = [];
        List<Procedure> ofToday = [];
        List<RuleProblem> problems = [];
        foreach (var (name, content) in files)
        {
            var (procedure, faults) = Read(content);
            problems.AddRange(faults.Select(fault => fault with { Place = PlaceIn(name, fault.Place) }));
            if (procedure is null)
                continue;
            var (today, former) = ($"{procedure.Id}.json", $"{procedure.Id}@{procedure.Version}.json");
            if (name != today && name != former)
                problems.Add(new("file-name", name, $"{today}, {former}"));
            if (own.Exists(other => (other.Id, other.Version) == (procedure.Id, procedure.Version)))
                problems.Add(new("twice", PlaceIn(name, "version"), $"{procedure.Id} {procedure.Version}"));
            own.Add(procedure);
            if (name == today)
                ofToday.Add(procedure);
        }
        return problems.Count > 0 ? (null, problems) : (new([.. All, .. own], [.. _ofToday.Values, .. ofToday]), []);
    }

    /// <summary>
    /// Reads a procedure file: there is a procedure, or every fault with its place. It may have the id of one that comes with LandLedger, and
    /// stands in its place then; but no version in the form of ours (<c>2026.1</c>), so that no case is ever judged by another than it names.
    /// </summary>
    public static (Procedure? Procedure, IReadOnlyList<RuleProblem> Problems) Read(Stream file) =>
        RuleFile.Read(file, ProcedureText.Read) is var read
        && read.Value is { } own
        && Shipped.Find(own.Id) is not null
        && own.Version.All(letter => char.IsAsciiDigit(letter) || letter == '.')
            ? (null, [new("procedure-taken", "version", $"{own.Id} {own.Version}")])
            : read;

    /// <summary>The procedure that its text is of; null where this program cannot read it.</summary>
    internal static Procedure? Read(RuleText text) =>
        RuleFile.Read(text.Bytes, ProcedureText.ReadText).Value is { } procedure
            ? procedure with
            {
                Text = text,
            }
            : null;

    private static string PlaceIn(string file, string place) => place.Length > 0 ? $"{file}: {place}" : file;

    private static Procedures OfProgram()
    {
        List<Procedure> all =
        [
            .. RuleFile
                .Names(Folder)
                .Select(name => RuleFile.Shipped(name, ProcedureText.Read))
                .OrderBy(procedure => procedure.Version, StringComparer.Ordinal),
        ];
        return new(all, all);
    }
}
