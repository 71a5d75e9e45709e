using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Turns;

/// <summary>
/// Which entries of the ledger turned the class of a plot: those of the plot are laid over what was known, one after another, and the plot is
/// judged after each; what is left then is what firms state.
/// </summary>
internal sealed class TurnedFacts(
    TurnSide from,
    TurnSide to,
    ParkDay ruled,
    (SharingResult Before, SharingResult After) shares
)
{
    private readonly long _known = from.Park.Ledger.Head().Number;
    private readonly Lazy<ILookup<PlotKey, string>> _firms = new(() =>
        from
            .Park.Firms()
            .Concat(to.Park.Firms())
            .SelectMany(firm =>
                firm.Occupancies.Where(on => on.County is not null)
                    .Select(on => (Plot: new PlotKey(on.County!, on.Plot), firm.Key))
            )
            .Distinct()
            .ToLookup(pair => pair.Plot, pair => pair.Key)
    );

    /// <summary>The facts that turned the class, in order of their entries.</summary>
    public IReadOnlyList<TurnedFact> Of(Plot? before, Plot? after, Category? known, Category? now)
    {
        var turned = new List<TurnedFact>();
        var (state, reached) = (new PlotState(), known);
        foreach (var entry in PlotHistory.At(to.Park.Ledger, PlotKey.Of((after ?? before)!), null, null).Entries)
        {
            var was = state.Copy();
            state.Lay(entry);
            if (entry.Number <= _known)
                continue;
            var next = Judged(state);
            if (next != reached)
                turned.AddRange(Turning(was, state, next, entry, Judged));
            reached = next;
        }
        if (reached != now)
            turned.AddRange(OfFirms(PlotKey.Of((before ?? after)!), PlotKey.Of((after ?? before)!)));
        return turned;

        // By the key that its firms still name.
        Category? Judged(PlotState said) =>
            ClassTurns.ClassOf(
                ruled,
                said.Plot is { } plot && before is not null ? plot with { County = before.County } : said.Plot
            );
    }

    /// <summary>Whether a plot of the earlier side goes on under another key.</summary>
    public bool GoesOn(Plot plot) => PlotHistory.KeyNow(to.Park.Ledger, PlotKey.Of(plot)) != PlotKey.Of(plot);

    /// <summary>What the earlier side has of a plot that is new in the later one, under the key that it had then; null where it is really new.</summary>
    public Plot? Formerly(Plot plot)
    {
        var was = to
            .Park.Ledger.About(Subject.Of(plot))
            .Where(row => row.Number > _known)
            .Select(row => LedgerEntry.Of(row).Was)
            .LastOrDefault(was => was is not null);
        return was is not null && Subject.PlotOf(was) is { } key ? from.Park.Find(key) : null;
    }

    private static List<TurnedFact> Turning(
        PlotState was,
        PlotState state,
        Category? next,
        LedgerEntry entry,
        Func<PlotState, Category?> judged
    )
    {
        if (was.Plot is null)
            return [Fact(PlotFields.Plot.Id)];
        var changed = was
            .Facts.Concat(state.Facts)
            .Select(fact => fact.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(name => was.Text(name) != state.Text(name))
            .Order(StringComparer.Ordinal)
            .ToList();
        var turning = changed.Where(name => judged(state.But(name, was)) != next).ToList();
        return [.. (turning.Count > 0 ? turning : changed).Select(Fact)];

        TurnedFact Fact(string name) => new(name, was.Text(name), state.Text(name), entry.About, entry.Number);
    }

    /// <summary>What the figures of the plot's years were and are, for each firm on it of which something was recorded since.</summary>
    private IEnumerable<TurnedFact> OfFirms(PlotKey before, PlotKey after)
    {
        var (old, now) = (shares.Before.Of(before), shares.After.Of(after));
        var (was, figures) = (Text(old.Except(now)), Text(now.Except(old)));
        return _firms
            .Value[before]
            .Union(_firms.Value[after], StringComparer.Ordinal)
            .Select(firm => (About: Subject.OfFirm(firm), Last: Last(firm)))
            .Where(firm => firm.Last > _known)
            .OrderBy(firm => firm.Last)
            .Select(firm => new TurnedFact(PlotMember.Years, was, figures, firm.About, firm.Last));
    }

    private long Last(string firm) => to.Park.Ledger.About(Subject.OfFirm(firm)).LastOrDefault().Number;

    private static string Text(IEnumerable<PlotYear> years) => string.Join("; ", years.Select(SaidText.Of));
}
