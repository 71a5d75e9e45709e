using System.Globalization;
using LandLedger.Import;
using LandLedger.Streams;

namespace LandLedger.Ledger;

/// <summary>
/// Makes plots, firms, cases, issued lists and the list of imports anew from the entries of a ledger and holds them against those that the store has: what is in the store and in no
/// entry, the other way round, and each fact that differs.
/// </summary>
public static class ProjectionCheck
{
    /// <summary>Plots that are looked at together on one core.</summary>
    private const int Stretch = 64;

    public static IEnumerable<LedgerFault> Faults(IPlotStore store) =>
        Plots(store)
            .Concat(Firms(store))
            .Concat(CaseCheck.Faults(store))
            .Concat(ListCheck.Faults(store))
            .Concat(ImportCheck.Faults(store));

    private static Stretched<LedgerFault> Plots(IPlotStore store) =>
        Stretched<PlotPair>.Of(Pairs(store), Stretch).Through(pairs => pairs.SelectMany(Faults));

    /// <summary>Each plot of the store with the entries about it, and the entries about what the store does not have, in order of the subjects.</summary>
    private static IEnumerable<PlotPair> Pairs(IPlotStore store)
    {
        using var told = Replay.Groups(store.Ledger, Subject.Plots, null).GetEnumerator();
        var more = told.MoveNext();
        foreach (var plot in store.Plots(new() { Shapes = true, Ended = true }))
        {
            var subject = Subject.Of(plot);
            for (; more && Subject.Compare(told.Current[0].About, subject) < 0; more = told.MoveNext())
                yield return new(told.Current, null);
            if (more && told.Current[0].About == subject)
            {
                yield return new(told.Current, plot);
                more = told.MoveNext();
            }
            else
                yield return new([], plot);
        }
        for (; more; more = told.MoveNext())
            yield return new(told.Current, null);
    }

    private static IEnumerable<LedgerFault> Faults(PlotPair pair)
    {
        // Most plots have one entry, and that says in the same bytes what the store has.
        if (pair is { Told: [var only], Stored: { } known } && SaidText.IsJust(only, known))
            return [];
        return (pair.Told.Count == 0 ? null : Replay.PlotOf(pair.Told), pair.Stored) switch
        {
            (null, null) => [],
            ({ } told, null) => [new("not-stored", null, Subject.Of(told))],
            (null, { } stored) => [new("not-told", null, Subject.Of(stored))],
            var (told, stored) => SaidText
                .Differences(told!, stored!)
                .Select(name => Differs(Subject.Of(stored!), name)),
        };
    }

    private static IEnumerable<LedgerFault> Firms(IPlotStore store) =>
        Faults(
            Replay.Firms(store.Ledger).ToDictionary(firm => firm.Key, StringComparer.Ordinal),
            store.Firms(),
            firm => firm.Key,
            Subject.OfFirm,
            (said, firm) => SaidText.Differ(said, firm) ? ["firm"] : []
        );

    /// <summary>What is not told of what is stored, what differs, and what is told and not stored.</summary>
    /// <param name="told">By key; what is stored is taken out of it.</param>
    /// <param name="differences">The names of what differs, of what is told and what is stored.</param>
    internal static IEnumerable<LedgerFault> Faults<T>(
        Dictionary<string, T> told,
        IEnumerable<T> stored,
        Func<T, string> key,
        Func<string, string> subjectOf,
        Func<T, T, IEnumerable<string>> differences
    )
    {
        foreach (var one in stored)
        {
            var subject = subjectOf(key(one));
            if (!told.Remove(key(one), out var said))
                yield return new("not-told", null, subject);
            else
                foreach (var name in differences(said, one))
                    yield return Differs(subject, name);
        }
        foreach (var left in told.Keys)
            yield return new("not-stored", null, subjectOf(left));
    }

    /// <summary>The names of steps that differ, or are on one side alone.</summary>
    internal static IEnumerable<string> Steps<T>(IEnumerable<T> said, IEnumerable<T> stored, Func<T, int> place)
        where T : class
    {
        var left = stored.ToDictionary(place);
        foreach (var step in said)
        {
            if (!left.Remove(place(step), out var kept) || !kept.Equals(step))
                yield return Name(place(step));
        }
        foreach (var at in left.Keys)
            yield return Name(at);

        static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"step-{at}");
    }

    internal static LedgerFault Differs(string subject, string name) =>
        LedgerFault.Of("differs", null, subject, ("field", name));

    /// <summary>A plot of the store, and the entries about it.</summary>
    private readonly record struct PlotPair(List<LedgerRow> Told, Plot? Stored);
}
