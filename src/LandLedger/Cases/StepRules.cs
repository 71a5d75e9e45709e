using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>By which texts a step was taken (依据文本), as its entry tells: the digest of each; null where an older program did not tell it.</summary>
public sealed record StepRules(string? Package, string? Procedure, string? Calendar)
{
    /// <summary>Those of the step of an entry.</summary>
    /// <exception cref="StoreException">The entry was altered into something that cannot be read.</exception>
    public static StepRules Of(ILedger ledger, long entry)
    {
        var says = LedgerEntry.Of(ledger.Rows(entry - 1).First()).Says;
        return new(
            RulesSaid.Digest(says, RuleKind.Package),
            RulesSaid.Digest(says, RuleKind.Procedure),
            RulesSaid.Digest(says, RuleKind.Calendar)
        );
    }

    /// <summary>The package as the ledger keeps it.</summary>
    /// <param name="atHand">For a step of an older program, which tells none.</param>
    /// <exception cref="StoreException">rules-unread: it is not kept, or this program cannot read it.</exception>
    public RuleSet PackageOf(ILedger ledger, RuleSet atHand) =>
        Package is { } digest ? new KeptRules(ledger).Package(digest) ?? throw Unread(digest) : atHand;

    /// <summary>The calendar as the ledger keeps it; null where the step tells none, or one that this program cannot read.</summary>
    public HolidayCalendar? CalendarOf(ILedger ledger) =>
        Calendar is { } digest ? new KeptRules(ledger).Calendar(digest) : null;

    private static StoreException Unread(string digest) =>
        new("rules-unread", new Dictionary<string, string>(StringComparer.Ordinal) { ["digest"] = digest });
}
