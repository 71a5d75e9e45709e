using System.Globalization;

namespace LandLedger.Import.Merging;

/// <summary>
/// Whether what a source states no more may end (终止): not when a refused record may be one of those, nor when nothing at all is stated
/// again, unless the caller says that this is meant: neither an empty export nor another file of that name must end a ledger. A file of
/// an earlier day than one of its name that the store has taken ends nothing: what it leaves out may have come after its day.
/// </summary>
/// <param name="code">What the codes of its issues begin with.</param>
internal sealed class EndGuard(string code, ImportOptions options, TakenFiles taken, IssueLog issues)
{
    /// <summary>So many of a source, and one in so many of them, do not end without a warning.</summary>
    private const int Many = 3;
    private const int ManyOneIn = 3;

    private readonly HashSet<string> _unsure = new(StringComparer.Ordinal);

    /// <summary>How often all that a source had stated would have ended.</summary>
    public int Refused { get; private set; }

    /// <summary>A refused record is no sign that what it is about is gone.</summary>
    public void KeepRefused(string source) => _unsure.Add(source);

    public bool MayEnd(in Ending ending)
    {
        if (_unsure.Contains(ending.Source))
        {
            Tell("unsure", Severity.Warn, ending);
            return false;
        }
        if (taken.Later(ending.Source) is { } reached)
        {
            Tell("earlier", Severity.Warn, ending, ("reached", Fact.Of(reached).ToString()));
            return false;
        }
        if (!ending.IsListedAgain && !options.EndAll)
        {
            Refused++;
            Tell("all", Severity.Refuse, ending);
            return false;
        }
        if (ending.Gone >= Many && ending.Gone * ManyOneIn >= ending.Of)
            Tell("many", Severity.Warn, ending);
        return true;
    }

    public void Tell(
        string what,
        Severity severity,
        in Ending ending,
        params ReadOnlySpan<(string Name, string Value)> more
    ) =>
        issues.Add(
            new RawPlace(ending.Source, null, null).Issue(
                $"{code}.{what}",
                severity,
                [
                    ("value", ending.Gone.ToString(CultureInfo.InvariantCulture)),
                    ("of", ending.Of.ToString(CultureInfo.InvariantCulture)),
                    ending.Scope,
                    .. more,
                ]
            )
        );
}

/// <summary>What a source states no more.</summary>
/// <param name="Gone">How many, of so many.</param>
/// <param name="Of">How many it stated before or states now.</param>
/// <param name="IsListedAgain">Whether it states any again that it stated before.</param>
/// <param name="Scope">The county or year that this is about, as an argument of issues.</param>
internal readonly record struct Ending(
    string Source,
    int Gone,
    int Of,
    bool IsListedAgain,
    (string Name, string Value) Scope
);
