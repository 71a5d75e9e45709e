using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Rules;

namespace LandLedger.Ledger;

/// <summary>
/// Holds what entries tell of the rules that something was decided by against the texts that the ledger keeps, and these against the packages and
/// procedures at hand.
/// </summary>
public static class RuleCheck
{
    /// <summary>Entries that name a text which the ledger does not keep; and how many tell nothing, as an older program wrote them.</summary>
    public static (IReadOnlyList<LedgerFault> Faults, long Untold) Of(ILedger ledger)
    {
        var kept = ledger
            .BySubject(Subject.Rules)
            .Select(row => Subject.RulesOf(row.About)!)
            .ToHashSet(StringComparer.Ordinal);
        var faults = new List<LedgerFault>();
        var untold = 0L;
        foreach (var entry in Decisions(ledger))
        {
            var digests = RulesSaid.Digests(entry.Says);
            if (digests.Count == 0 && IsDecided(entry))
                untold++;
            faults.AddRange(digests.Where(digest => !kept.Contains(digest)).Select(digest => NotKept(entry, digest)));
        }
        return (faults, untold);
    }

    /// <summary>
    /// Packages and procedures at hand that say something else than what was decided by under the same id and version. Nothing is ever decided anew
    /// by them in the place of those that the ledger keeps.
    /// </summary>
    /// <param name="own">A county's own packages; those that come with LandLedger, and the procedures of the store, are looked at besides.</param>
    public static IEnumerable<LedgerFault> Others(IPlotStore store, IEnumerable<RuleSet> own)
    {
        var kept = new KeptRules(store.Ledger).All().ToLookup(text => (text.Kind, text.Name));
        return RuleSets
            .All.Concat(RuleSets.Former)
            .Concat(own)
            .Select(rules => rules.Text)
            .Concat(store.Cases.Procedures.All.Select(procedure => procedure.Text))
            .SelectMany(text =>
                kept[(text.Kind, text.Name)]
                    .Where(other => other.Digest != text.Digest)
                    .Select(other => Other(other, text))
            );
    }

    /// <summary>
    /// Calendars that steps were taken by and that say something else of a year than the one at hand. A notice may take up days of a year that was held
    /// before, so that this is told and no fault.
    /// </summary>
    public static IEnumerable<LedgerFault> OtherCalendars(ILedger ledger, HolidayCalendar atHand)
    {
        var kept = new KeptRules(ledger);
        return kept.All()
            .Where(text => text.Kind == RuleKind.Calendar)
            .Select(text => (Text: text, Years: kept.Calendar(text.Digest)?.OtherYears(atHand).ToList()))
            .Where(one => one.Years is not { Count: 0 })
            .Select(one => Other(one.Text, atHand.Text, string.Join(", ", one.Years ?? [])));
    }

    /// <summary>Entries that tell by which rules they were written, or would, had a program of today written them.</summary>
    private static IEnumerable<LedgerEntry> Decisions(ILedger ledger) =>
        ledger
            .BySubject(Subject.Cases)
            .Concat(ledger.BySubject(Subject.Lists))
            .Select(row => LedgerEntry.Read(row.Bytes))
            .OfType<LedgerEntry>();

    /// <summary>By rules, always: a step about a list is, where working days were counted.</summary>
    private static bool IsDecided(LedgerEntry entry) =>
        entry.Kind == EntryKind.Issued || Subject.CaseOf(entry.About) is not null;

    private static LedgerFault NotKept(LedgerEntry entry, string digest) =>
        LedgerFault.Of("rules-not-kept", entry.Number, entry.About, ("digest", digest));

    private static LedgerFault Other(RuleText kept, RuleText atHand, string years = "") =>
        LedgerFault.Of(
            "other-" + CodeText.Of(kept.Kind),
            null,
            Subject.OfRules(kept.Digest),
            ("name", kept.Name),
            ("years", years),
            ("kept", kept.Digest),
            ("digest", atHand.Digest)
        );
}
