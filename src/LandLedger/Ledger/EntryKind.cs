namespace LandLedger.Ledger;

/// <summary>What an entry tells.</summary>
public enum EntryKind
{
    /// <summary>Written by an older program; whatever the entry says can still be checked and chained.</summary>
    Unknown,

    /// <summary>What a store held when its ledger was begun: where it came from stands in no entry.</summary>
    Opened,
    Added,
    Changed,

    /// <summary>No longer in the register, or a firm of which nothing is stated any more.</summary>
    Ended,

    /// <summary>A plot was given its county: told of its key before, which ends there, and of the one as which it goes on.</summary>
    Moved,

    /// <summary>A firm turned out to be another one: told of both keys, as of a plot that moved.</summary>
    Joined,

    /// <summary>An import has come to its end: its files by their SHA-256, and its counts.</summary>
    Imported,

    /// <summary>A step of a case, or about an issued list, was taken.</summary>
    Step,

    /// <summary>A row of a list that the transaction issues.</summary>
    Listed,

    /// <summary>A list was issued: told after its rows.</summary>
    Issued,

    /// <summary>What a rule package, procedure or calendar says, where a decision of the transaction is the first that rests on it.</summary>
    Kept,
}
