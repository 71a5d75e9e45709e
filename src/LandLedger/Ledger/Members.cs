namespace LandLedger.Ledger;

/// <summary>Names of the members of entries. They are written in byte order, so that one content has one text.</summary>
internal static class Members
{
    public const string About = "about";
    public const string At = "at";
    public const string Before = "before";
    public const string By = "by";
    public const string From = "from";
    public const string File = "file";
    public const string Line = "line";
    public const string Into = "into";
    public const string Kind = "kind";
    public const string Number = "number";
    public const string Says = "says";
    public const string Since = "since";
    public const string Was = "was";
    public const string Why = "why";
}
