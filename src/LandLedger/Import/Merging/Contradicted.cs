using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Checks;

namespace LandLedger.Import.Merging;

/// <summary>Names where two files of one import say different things of a plot: the later one counts.</summary>
internal sealed class Contradicted(Contests contests, StatedPlaces stated, NotTaken notTaken)
{
    /// <summary>A warning <c>plot.contradiction</c> for each fact that the row changes and another file of the import stated.</summary>
    public IEnumerable<ImportIssue> Of(ParsedRow row, PlotKey key, IReadOnlyList<FactChange> changes)
    {
        foreach (var change in changes)
        {
            if (
                Contests.FieldOf(change) is not { } field
                || contests.Find(key, field) is not null
                || stated.Of(key, field) is not { } first
                || first.File == row.File
                || (field == PlotFields.StatedMu && AreaCheck.Agree(change.Old, change.New))
            )
                continue;
            notTaken.Override(key, field, change.Old);
            var contradiction = new RawPlace(row.File, row.Line, row.Plot).Issue(
                "plot.contradiction",
                Severity.Warn,
                ("value", Contests.Said(change.New)),
                ("field", change.Field),
                ("old", Contests.Said(change.Old)),
                ("file", first.File),
                ("first", first.Line.ToString(CultureInfo.InvariantCulture))
            );
            yield return (contradiction with { Field = change.Field }).At(row, field);
        }
    }
}
