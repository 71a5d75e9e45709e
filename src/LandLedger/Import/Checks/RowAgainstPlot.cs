using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Import.Checks;

/// <summary>All that is looked at in a row once its plot is known: by itself, against the plot, and against where the park lies.</summary>
/// <param name="on">The day that the files stand for.</param>
internal sealed class RowAgainstPlot(PlaceCheck places, IssueLog issues, DateOnly on)
{
    private readonly UnclearUses _unclearUses = new();
    private readonly AreaDoubts _areas = new(issues);

    /// <summary>Whether the row may be laid; what is odd about it is among the issues.</summary>
    /// <param name="plot">As it would be stored.</param>
    /// <param name="old">The plot before the row; null when it is new.</param>
    public bool Pass(ParsedRow row, Plot plot, Plot? old, Boundary? boundary, RawPlace place)
    {
        if (boundary is not null && places.Find(boundary.Shape, old?.Shape, place, plot.County) is { } misplaced)
            issues.Add(misplaced);
        if (boundary is not null && places.Abroad(boundary.Shape, place) is { } abroad)
            issues.Add(abroad);
        issues.AddAll(DateOrder.Of(row, plot));
        var contradictory = FactCheck.Of(row, plot, place).ToList();
        issues.AddAll(contradictory);
        issues.AddAll(MoneyCheck.Of(row, plot, place));
        issues.AddAll(PartCheck.Of(row, plot, place));
        issues.AddAll(UseCheck.Of(row, plot, place));
        issues.AddAll(_unclearUses.Of(row, plot, place));
        issues.AddAll(DelayCheck.Of(row, old, place));
        issues.AddAll(WithdrawalCheck.Of(row, old, place));
        issues.AddAll(StageCheck.Of(row, plot, place));
        issues.AddAll(DayAhead.Of(row, plot, place, on));
        issues.AddAll(DayAhead.AfterLook(row, place).Where(late => !contradictory.Exists(x => x.Field == late.Field)));
        issues.AddAll(SupplementCheck.Of(row, old, place));
        if (boundary is not null && AreaCheck.OfSurvey(row, boundary.Area) is { } survey)
            issues.Add(survey);
        var saysArea =
            boundary is not null
            || row.Fact(PlotFields.StatedMu).IsKnown
            || row.Withdrawn.Contains(PlotFields.StatedMu);
        var area = saysArea ? AreaCheck.Of(row, plot, old, place) : null;
        if (area is { Severity: Severity.Refuse })
        {
            issues.Add(area);
            return false;
        }
        if (saysArea)
            _areas.Note(row, PlotKey.Of(plot), area);
        issues.AddAll(UnstatedArea.Doubts(row, plot.Measured));
        if (SizeCheck.Of(row, plot) is { } doubtful)
            issues.Add(doubtful);
        if (boundary is not null && SizeCheck.OfOutline(boundary.Area, place) is { } tiny)
            issues.Add(tiny);
        return true;
    }

    /// <summary>A plot goes by another key from now on.</summary>
    public void Move(PlotKey from, PlotKey to) => _areas.Move(from, to);

    /// <summary>What only all rows together tell.</summary>
    public void Tell() => _areas.Tell();
}
