namespace LandLedger.Issuing;

/// <summary>An issued list in which a plot stands.</summary>
/// <param name="Place">Its row, from 1.</param>
/// <param name="Row">What was said of it then.</param>
public sealed record ListedPlot(IssuedList List, int Place, IssuedRow Row)
{
    /// <summary>The steps about the list as a whole and about its row, with their entries in the ledger.</summary>
    public IEnumerable<(ListStep Step, long Entry)> Steps =>
        List.Steps.Zip(List.Entries).Where(taken => RowOf(taken.First) is null || RowOf(taken.First) == Place);

    /// <summary>A decision is about the row of its objection.</summary>
    private int? RowOf(ListStep step) => step.Objection is { } place ? List.Steps[place - 1].Row : step.Row;
}
