using LandLedger.Import;

namespace LandLedger.Cases;

/// <summary>
/// The cases of a park that are open at the close of a day, by their plots. A case counts as it stood then: by its steps up to that day. What it
/// set or held ends with it: nobody can take a step of a closed case, so nobody could ever take that back.
/// </summary>
public sealed class ParkCases
{
    private readonly Dictionary<PlotKey, PlotCases> _byPlot;

    private ParkCases(Dictionary<PlotKey, PlotCases> byPlot) => _byPlot = byPlot;

    /// <summary>Of a park without open cases.</summary>
    public static ParkCases None { get; } = new([]);

    public bool IsEmpty => _byPlot.Count == 0;

    /// <summary>By one look at the cases of a store.</summary>
    /// <exception cref="StoreException">
    /// case-damaged: somebody altered one of them, so that what it says cannot be told, and no class either.
    /// </exception>
    public static ParkCases On(DateOnly day, ICaseStore store) =>
        On(day, store.Rows(new() { OpenOn = day }).Select(row => BookedCase.Of(row, store.Procedures)));

    /// <summary>Of the cases given, those that are open on the day.</summary>
    public static ParkCases On(DateOnly day, IEnumerable<BookedCase> cases)
    {
        var byPlot = cases
            .Select(booked => booked.On(day))
            .OfType<BookedCase>()
            .Where(booked => !booked.IsClosed)
            .GroupBy(booked => booked.Plot)
            .ToDictionary(plot => plot.Key, plot => Of([.. plot.OrderBy(booked => booked.Number)]));
        return byPlot.Count == 0 ? None : new(byPlot);
    }

    /// <summary>What they say of a plot; null where it has no open case.</summary>
    public PlotCases? Of(Plot plot) => _byPlot.Count == 0 ? null : _byPlot.GetValueOrDefault(PlotKey.Of(plot));

    /// <summary>What the open cases of a plot say of it.</summary>
    internal static PlotCases Of(IReadOnlyList<BookedCase> open)
    {
        var unread = open.OfType<UnreadCase>().ToArray();
        var (set, hold) = (Last(open, CaseMark.Override), Last(open, CaseMark.Hold));
        return new(
            [
                .. open.OfType<FiledCase>()
                    .Select(filed => new OpenCase(filed.Number, filed.Case.Procedure, filed.Case.State)),
            ],
            set is { } by ? new(by.Case, CaseOverride.Of(by.Step), by.Entry) : null,
            hold is { } held ? new(held.Case, held.Step.Day, held.Step.Reason!, held.Entry) : null
        )
        {
            Unread = unread,
            MaySet =
            [
                .. unread.Where(one =>
                    one.Override is { IsSure: false, Step: var step }
                    && (set is not { } known || one.At(step).CompareTo((known.Step.Day, known.Entry)) > 0)
                ),
            ],
            MayHold = hold is null ? [.. unread.Where(one => one.Hold is not null)] : [],
        };
    }

    /// <summary>The last step that set a mark for certain.</summary>
    private static (CaseNumber Case, CaseStep Step, long Entry)? Last(IEnumerable<BookedCase> open, string mark) =>
        open.Select(booked => booked.Marked(mark))
            .Where(marked => marked is not null)
            .MaxBy(marked => (marked!.Value.Step.Day, marked.Value.Entry));
}
