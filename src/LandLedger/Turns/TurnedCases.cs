using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Turns;

/// <summary>Which classes cases set of the plots of both sides, and the steps that changed them.</summary>
internal sealed class TurnedCases(TurnSide from, TurnSide to)
{
    private readonly ParkCases _before = ParkCases.On(from.AsOf, from.Store.Cases);
    private readonly ParkCases _after = ParkCases.On(to.AsOf, to.Store.Cases);
    private readonly long _known = from.Store.Ledger.Head().Number;

    /// <summary>The class that a case set by the earlier side.</summary>
    public Category? Before(Plot? plot) => plot is null ? null : _before.Of(plot)?.Set?.Category;

    /// <summary>The class that a case set by the later side.</summary>
    public Category? After(Plot? plot) => plot is null ? null : _after.Of(plot)?.Set?.Category;

    /// <summary>
    /// The steps at which the class that counts became another one: those that the earlier side does not have are taken one after another, in
    /// order of their days and entries.
    /// </summary>
    /// <param name="computed">What the rules give.</param>
    public IReadOnlyList<TurnedCase> Of(PlotKey plot, Category computed)
    {
        var query = new CaseQuery { Plot = plot.Number, County = plot.County };
        var store = to.Store.Cases;
        var cases = store.Rows(query).Select(row => FiledCase.Of(row, store.Procedures)).ToList();
        var taken = cases.ToDictionary(filed => filed.Number, Known);
        var turned = new List<TurnedCase>();
        var reached = Counts();
        foreach (var (filed, place) in cases.SelectMany(Later).OrderBy(Day).ThenBy(Entry))
        {
            taken[filed.Number] = place + 1;
            var next = Counts();
            if (next != reached)
                turned.Add(new(filed.Number, filed.Case.Procedure, filed.Case.Steps[place], filed.Entries[place]));
            reached = next;
        }
        return turned;

        Category Counts() =>
            ParkCases
                .Set(
                    cases
                        .Select(filed => filed.First(taken[filed.Number]))
                        .OfType<FiledCase>()
                        .Where(filed => !filed.Case.IsClosed)
                )
                ?.Category
            ?? computed;
    }

    /// <summary>How many steps of a case the earlier side has.</summary>
    private int Known(FiledCase filed) =>
        filed.Case.Steps.Zip(filed.Entries).Count(one => one.First.Day <= from.AsOf && one.Second <= _known);

    private IEnumerable<(FiledCase Filed, int Place)> Later(FiledCase filed) =>
        Enumerable
            .Range(0, filed.Entries.Count)
            .Skip(Known(filed))
            .Where(place => filed.Case.Steps[place].Day <= to.AsOf)
            .Select(place => (filed, place));

    private static DateOnly Day((FiledCase Filed, int Place) step) => step.Filed.Case.Steps[step.Place].Day;

    private static long Entry((FiledCase Filed, int Place) step) => step.Filed.Entries[step.Place];
}
