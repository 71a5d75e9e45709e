using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Turns;

/// <summary>Which classes cases set of the plots of both sides, and the steps that changed them.</summary>
internal sealed class TurnedCases(TurnSide from, TurnSide to)
{
    private readonly ParkCases _before = from.Park.OpenOn(from.AsOf);
    private readonly ParkCases _after = to.Park.OpenOn(to.AsOf);
    private readonly long _known = from.Park.Ledger.Head().Number;

    /// <summary>The class that counts for a case by the earlier side.</summary>
    public Category? Before(Plot? plot) => plot is null ? null : _before.Of(plot)?.Counts;

    /// <summary>The class that counts for a case by the later side.</summary>
    public Category? After(Plot? plot) => plot is null ? null : _after.Of(plot)?.Counts;

    /// <summary>
    /// The steps at which the class that counts became another one: those that the earlier side does not have are taken one after another, in
    /// order of their days and entries.
    /// </summary>
    /// <param name="computed">What the rules give.</param>
    public IReadOnlyList<TurnedCase> Of(PlotKey plot, Category computed)
    {
        var cases = to.Park.Cases(plot);
        var taken = cases.ToDictionary(booked => booked.Number, Known);
        var turned = new List<TurnedCase>();
        var reached = Counts();
        foreach (var (booked, place) in cases.SelectMany(Later).OrderBy(Day).ThenBy(Entry))
        {
            taken[booked.Number] = place + 1;
            var next = Counts();
            if (next != reached)
                turned.Add(new(booked, booked.Steps[place], booked.Entries[place]));
            reached = next;
        }
        return turned;

        Category Counts() =>
            ParkCases
                .Of([
                    .. cases
                        .Select(booked => booked.First(taken[booked.Number]))
                        .OfType<BookedCase>()
                        .Where(booked => !booked.IsClosed),
                ])
                .Counts
            ?? computed;
    }

    /// <summary>How many steps of a case the earlier side has.</summary>
    private int Known(BookedCase booked) =>
        booked.Steps.Zip(booked.Entries).Count(one => one.First.Day <= from.AsOf && one.Second <= _known);

    private IEnumerable<(BookedCase Booked, int Place)> Later(BookedCase booked) =>
        Enumerable
            .Range(0, booked.Entries.Count)
            .Skip(Known(booked))
            .Where(place => booked.Steps[place].Day <= to.AsOf)
            .Select(place => (booked, place));

    private static DateOnly Day((BookedCase Booked, int Place) step) => step.Booked.Steps[step.Place].Day;

    private static long Entry((BookedCase Booked, int Place) step) => step.Booked.Entries[step.Place];
}
