using LandLedger.Fields;

namespace LandLedger.Import.Checks;

/// <summary>
/// Uses on record that no list of uses knows, that are of several groups, or whose name and code contradict each other: each text once a
/// file, for a wrong word in a ledger stands in many rows.
/// </summary>
internal sealed class UnclearUses
{
    private readonly HashSet<(string File, string Text)> _told = [];

    /// <summary>A warning <c>land-use.unclear</c> for each use of a plot that has not been told; ambiguous codes are told by <see cref="UseCheck"/>.</summary>
    public IEnumerable<ImportIssue> Check(Plot plot, RawPlace place) =>
        IsClear(plot.GrantedUse) && IsClear(plot.ActualUse) ? [] : Unclear(plot, place, _ => true);

    /// <summary>Those that the row states, at their cell.</summary>
    public IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place) =>
        IsClear(plot.GrantedUse) && IsClear(plot.ActualUse)
            ? []
            : Unclear(plot, place, field => row.Fact(field).IsKnown)
                .Select(issue => issue.At(row, PlotFields.Find(issue.Field!)!));

    private IEnumerable<ImportIssue> Unclear(Plot plot, RawPlace place, Func<Field, bool> isAsked)
    {
        if (!IsClear(plot.GrantedUse) && isAsked(PlotFields.GrantedUseOf(plot.GrantedUse)))
        {
            if (Issue(PlotFields.GrantedUseOf(plot.GrantedUse), plot.GrantedUse!, place) is { } granted)
                yield return granted;
        }
        if (!IsClear(plot.ActualUse) && isAsked(PlotFields.ActualUseOf(plot.ActualUse)))
        {
            if (Issue(PlotFields.ActualUseOf(plot.ActualUse), plot.ActualUse!, place) is { } actual)
                yield return actual;
        }
    }

    private static bool IsClear(LandUse? use) =>
        use is null or { IsAmbiguous: true } or { Group: not UseGroup.Unknown };

    private ImportIssue? Issue(Field field, LandUse use, RawPlace place)
    {
        var text = use.Code is { } code && code != use.Name ? $"{use.Name} {code}" : use.Name;
        return _told.Add((place.File, text))
            ? place.Issue("land-use.unclear", Severity.Warn, ("value", text), ("field", field.Id)) with
            {
                Field = field.Id,
            }
            : null;
    }
}
