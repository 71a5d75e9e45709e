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
    /// case-procedure, case-damaged: what one of them says cannot be told, so that no class can be told either.
    /// </exception>
    public static ParkCases On(DateOnly day, ICaseStore store) =>
        On(day, store.Rows(new() { OpenOn = day }).Select(row => FiledCase.Of(row, store.Procedures)));

    /// <summary>Of the cases given, those that are open on the day.</summary>
    public static ParkCases On(DateOnly day, IEnumerable<FiledCase> cases)
    {
        var byPlot = cases
            .Select(filed => filed.On(day))
            .OfType<FiledCase>()
            .Where(filed => !filed.Case.IsClosed)
            .GroupBy(filed => filed.Case.Plot)
            .ToDictionary(plot => plot.Key, plot => Of([.. plot.OrderBy(filed => filed.Number)]));
        return byPlot.Count == 0 ? None : new(byPlot);
    }

    /// <summary>What they say of a plot; null where it has no open case.</summary>
    public PlotCases? Of(Plot plot) => _byPlot.Count == 0 ? null : _byPlot.GetValueOrDefault(PlotKey.Of(plot));

    private static PlotCases Of(IReadOnlyList<FiledCase> open)
    {
        var hold = Last(open, CaseMark.Hold);
        return new(
            [.. open.Select(filed => new OpenCase(filed.Number, filed.Case.Procedure, filed.Case.State))],
            Set(open),
            hold is { } held ? new(held.Case, held.Step.Day, held.Step.Reason!, held.Entry) : null
        );
    }

    /// <summary>The class that the open cases of a plot set.</summary>
    internal static SetCategory? Set(IEnumerable<FiledCase> open) =>
        Last(open, CaseMark.Override) is { } by ? new(by.Case, CaseOverride.Of(by.Step), by.Entry) : null;

    private static (CaseNumber Case, CaseStep Step, long Entry)? Last(IEnumerable<FiledCase> open, string mark) =>
        open.Select(filed => filed.Marked(mark))
            .Where(marked => marked is not null)
            .MaxBy(marked => (marked!.Value.Step.Day, marked.Value.Entry));
}
