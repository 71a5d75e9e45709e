using System.Globalization;
using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>
/// Names what a file states of a plot and is not taken, since two rows of another file of the import contradict each other in it; whichever
/// of the files comes first.
/// </summary>
internal sealed class NotTaken(Contests contests, StatedPlaces stated)
{
    private readonly Dictionary<(PlotKey Plot, Field Field), string> _overridden = [];
    private readonly HashSet<(PlotKey Plot, Field Field)> _told = [];

    /// <summary>Notes what a file stated that another states otherwise.</summary>
    public void Override(PlotKey plot, Field field, string said) => _overridden[(plot, field)] = said;

    /// <summary>What the row states of fields that are contested elsewhere, and what others stated of fields that it contests.</summary>
    /// <param name="laid">What the row would have changed.</param>
    /// <param name="settled">The plot as it is after the row.</param>
    public IEnumerable<ImportIssue> Of(ParsedRow row, PlotKey key, IReadOnlyList<FactChange> laid, Plot settled)
    {
        var states = FieldSet.Of(row).With(RowFields.Geometry);
        foreach (var change in laid)
        {
            if (Contests.FieldOf(change) is not { } field || contests.Find(key, field) is not { } contest)
                continue;
            if (contest.By.File != row.File)
            {
                if (states.Contains(field))
                    yield return Issue(
                            new(row.File, row.Line, row.Plot),
                            change.Field,
                            change.New,
                            contest.By,
                            field.Of(settled).ToString()
                        )
                        .At(row, field);
            }
            else if (stated.Of(key, field, otherThan: row.File) is { } place && _told.Add((key, field)))
            {
                var said = _overridden.GetValueOrDefault((key, field)) ?? contest.Said;
                var kept = field.Of(settled).ToString();
                if (said != kept)
                    yield return Issue(new(place.File, place.Line, key.Number), change.Field, said, contest.By, kept);
            }
        }
    }

    /// <summary>A warning <c>plot.contested</c>.</summary>
    /// <param name="kept">What the store has after the import.</param>
    public static ImportIssue Issue(RawPlace place, string field, string said, Contest by, string kept) =>
        place.Issue(
            "plot.contested",
            Severity.Warn,
            ("value", said),
            ("field", field),
            ("file", by.File),
            ("first", by.First.ToString(CultureInfo.InvariantCulture)),
            ("second", by.Second.ToString(CultureInfo.InvariantCulture)),
            ("kept", kept)
        ) with
        {
            Field = field,
        };
}
