using System.Collections.Concurrent;
using LandLedger.Cases;
using LandLedger.Rules;

namespace LandLedger.Ledger;

/// <summary>The texts of rules that a ledger keeps: by which a decision runs again though its files are gone, or say something else.</summary>
public sealed class KeptRules(ILedger ledger)
{
    // A digest has one text, whichever store keeps it.
    private static readonly ConcurrentDictionary<string, RuleSet?> Packages = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Procedure?> ReadProcedures = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, HolidayCalendar?> Calendars = new(StringComparer.Ordinal);

    /// <summary>All of them, in order of their digests; one that was altered is left out, and <see cref="LedgerCheck"/> names it.</summary>
    public IEnumerable<RuleText> All() =>
        ledger
            .BySubject(Subject.Rules)
            .Select(row => LedgerEntry.Read(row.Bytes))
            .Where(entry => entry is not null && SaidCheck.Wrong(entry) is null)
            .Select(entry => RulesSaid.Read(entry!));

    /// <summary>The package of a digest; null where the ledger keeps none, or this program cannot read it.</summary>
    /// <exception cref="Import.StoreException">The ledger was altered.</exception>
    public RuleSet? Package(string digest) => Read(Packages, digest, RuleSets.Read);

    /// <summary>The packages of "ID@VERSION": several where a file was altered and kept its version.</summary>
    public IReadOnlyList<RuleSet> PackagesNamed(string name) =>
        [.. Named(name).Select(text => Package(text.Digest)).OfType<RuleSet>()];

    /// <summary>The same of a procedure.</summary>
    public Procedure? Procedure(string digest) => Read(ReadProcedures, digest, Cases.Procedures.Read);

    /// <summary>The same of a calendar.</summary>
    public HolidayCalendar? Calendar(string digest) => Read(Calendars, digest, HolidayCalendar.Read);

    /// <summary>
    /// A package at hand, by which something of the past is judged: it may be, unless what was decided by under its name says something else. Then
    /// there are the texts of that name which it keeps, those too that this program cannot read.
    /// </summary>
    public (RuleSet? Rules, IReadOnlyList<RuleText> Others) Same(RuleSet atHand)
    {
        List<RuleText> named = [.. Named(atHand.Text.Name)];
        return named.Count == 0 || named.Any(one => one.Digest == atHand.Text.Digest) ? (atHand, []) : (null, named);
    }

    /// <summary>Whether it keeps a text.</summary>
    public bool Has(RuleText text) => ledger.About(Subject.OfRules(text.Digest)).Any();

    /// <summary>
    /// A text that it keeps under the name of a county's own file, and that says something else, so that the file has to have a version of its own;
    /// null where there is none, where the file's own text is kept, and of what comes with LandLedger, which no officer can give a version.
    /// </summary>
    internal RuleText? Clash(RuleText atHand) =>
        IsShipped(atHand) || Has(atHand)
            ? null
            : All()
                .FirstOrDefault(kept =>
                    (kept.Kind, kept.Name) == (atHand.Kind, atHand.Name) && kept.Digest != atHand.Digest
                );

    private IEnumerable<RuleText> Named(string name) =>
        All().Where(text => text.Kind == RuleKind.Package && text.Name == name);

    private static bool IsShipped(RuleText text) =>
        text.Kind switch
        {
            RuleKind.Package => RuleSets.Find(text.Name)?.Text == text,
            RuleKind.Procedure => Cases.Procedures.Shipped.Find(text.Id, text.Version!)?.Text == text,
            _ => true,
        };

    private T? Read<T>(ConcurrentDictionary<string, T?> read, string digest, Func<RuleText, T?> of)
        where T : class
    {
        if (read.TryGetValue(digest, out var known))
            return known;
        return ledger.About(Subject.OfRules(digest)).Select(Text).FirstOrDefault() is { } text
            ? read.GetOrAdd(digest, of(text))
            : null;
    }

    private static RuleText Text(LedgerRow row) => RulesSaid.Read(LedgerEntry.Of(row));
}
