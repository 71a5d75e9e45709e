using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>
/// The plot of a case as it was known when a step was taken (办理时所知): by what had been recorded before the step, and what the step itself
/// established. What was recorded later, a finding of a later step among it, does not count.
/// </summary>
public static class KnownThen
{
    /// <summary>
    /// As the rules that the step was taken by judge it on its day, whatever became of them; null where it was not in the register on that day.
    /// </summary>
    /// <param name="place">Of the step, from 0.</param>
    /// <param name="rules">For a step of an older program, which does not tell by which it was taken.</param>
    /// <exception cref="StoreException">An entry was altered into something that cannot be read.</exception>
    public static Evaluation? Of(FiledCase filed, int place, IPlotStore store, RuleSet rules)
    {
        var (key, day, entry) = (filed.Case.Plot, filed.Case.Steps[place].Day, filed.Entries[place]);
        if (PlotHistory.KnownAt(store.Ledger, key, entry, day) is not { } plot)
            return null;
        var cases = new CaseBook(store, HolidayCalendar.Default)
            .List(new() { Plot = key.Number, County = key.County })
            .Select(one => one.First(one.Entries.Count(taken => taken <= entry)))
            .OfType<BookedCase>();
        var firms = Replay.Firms(LedgerCut.At(store.Ledger, entry));
        return new ParkDay(
            new Evaluator(StepRules.Of(store.Ledger, entry).PackageOf(store.Ledger, rules), day),
            Sharing.Of(firms),
            ParkCases.On(day, cases)
        )
            .OneByOne([plot with { County = key.County, Number = key.Number }])
            .FirstOrDefault();
    }
}
