using LandLedger.Cases;

namespace LandLedger.Clearance;

/// <summary>A case as it stood at the close of a day.</summary>
internal sealed record StandingCase(FiledCase Filed, Case Case)
{
    /// <summary>Id of the fact that says which measure was chosen.</summary>
    public const string Measure = "measure";

    /// <summary>By its steps up to the day (inclusive); null where it had none.</summary>
    public static StandingCase? On(FiledCase filed, DateOnly day)
    {
        var whole = filed.Case;
        if (whole.Steps[^1].Day <= day)
            return new(filed, whole);
        var then = whole.Steps.TakeWhile(step => step.Day <= day);
        return Case.Replay(whole.Plot, whole.Procedure, then).Case is { } standing ? new(filed, standing) : null;
    }

    /// <summary>Whether it is about that plot, under a procedure that serves its class in the stock.</summary>
    public bool IsAbout(StockPlot plot) =>
        (Case.Plot == plot.Plot || plot.Plot == Case.Plot with { County = "" })
        && Case.Procedure.Categories.Contains(plot.Category);

    public bool IsClosedIn(int year) => Case.IsClosed && Case.Steps[^1].Day.Year == year;
}
