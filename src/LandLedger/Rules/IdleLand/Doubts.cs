namespace LandLedger.Rules.IdleLand;

/// <summary>Ids of the conditions that say why facts which are on record do not tell (存疑).</summary>
internal static class Doubts
{
    /// <summary>Two facts cannot both be right.</summary>
    public const string Contradiction = "facts.contradiction";

    /// <summary>Somebody looked only after the day judged.</summary>
    public const string SeenLater = "facts.seen-later";

    /// <summary>Somebody looked before the period was over, and nobody since.</summary>
    public const string NotBegunSince = "facts.not-begun-since";
    public const string NotCompletedSince = "facts.not-completed-since";
    public const string StoppedSince = "facts.stopped-since";
    public const string NotStoppedSince = "facts.not-stopped-since";
}
