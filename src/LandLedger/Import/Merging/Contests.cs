using System.Globalization;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import.Cells;

namespace LandLedger.Import.Merging;

/// <summary>
/// Rows of one source that say different things of a plot, in whatever order they stand: both are named, and no row of the import
/// decides what they are about.
/// </summary>
/// <param name="committed">Plots of a number as they were before the import.</param>
internal sealed class Contests(Func<string, IReadOnlyList<Plot>> committed, PlotsMet met)
{
    private readonly Dictionary<PlotKey, ContestedPlot> _byPlot = [];
    private readonly StatedParts _parts = new();

    /// <summary>Fields that a row of a source took back.</summary>
    private readonly HashSet<(string Source, PlotKey Plot, Field Field)> _withdrawn = [];

    /// <summary>Notes what a row states; an issue for each thing that an earlier row of its source said otherwise.</summary>
    /// <param name="changes">What the row would change in the plot.</param>
    public IReadOnlyList<ImportIssue> Note(
        ParsedRow row,
        string source,
        PlotKey key,
        Plot? old,
        Boundary? boundary,
        IReadOnlyList<FactChange> changes
    )
    {
        List<(FactChange Change, int First)> parts = row
            is { Supplement: null, Delay: null, Charge: null, Years.Count: 0, WithdrawnYears.Count: 0 }
            ? []
            : [.. _parts.Note(row, source, key, old, () => Of(key))];
        if (row.Kind != RowKind.Plot)
            return [.. parts.Select(part => Issue(row, part.Change, part.First))];
        var stated = FieldSet.SpokenOf(row);
        if (boundary is not null)
            stated = stated.With(RowFields.Geometry);
        var contested = changes
            .Select(change => (Change: Against(key, change), Field: FieldOf(change)))
            .Where(x => x.Field is not null && stated.WithUses().Contains(x.Field))
            .Where(x => x.Change.Old.Length > 0 || _withdrawn.Contains((source, key, x.Field!)))
            .Where(x => x.Change.Old != x.Change.New)
            .Select(x => (x.Change, Field: x.Field!, First: met.StatedAt(source, key, x.Field!)))
            .Where(x => x.First is not null)
            .ToList();
        met.List(source, key, row.Line, stated.WithUses());
        foreach (var field in row.Withdrawn)
            _withdrawn.Add((source, key, field));
        foreach (var (change, field, first) in contested)
            Of(key).Contest(field, change.Old, new(row.File, first!.Value, row.Line));
        // A use of which the row gives only the name has its code in consequence.
        var told = contested.Exists(x => stated.Contains(x.Field))
            ? contested.Where(x => stated.Contains(x.Field))
            : contested;
        return
        [
            .. told.Select(x => (x.Change, First: x.First!.Value))
                .Concat(parts)
                .Select(x => Issue(row, x.Change, x.First)),
            .. KeptLook(row, key, old, changes),
        ];
    }

    private IEnumerable<ImportIssue> KeptLook(ParsedRow row, PlotKey key, Plot? old, IReadOnlyList<FactChange> changes)
    {
        if (old is not null && _byPlot.TryGetValue(key, out var contested) && contested.KeepLook(Said))
            yield return new RawPlace(row.File, row.Line, row.Plot).Issue("plot.look-kept", Severity.Warn);

        string Said(Field field) =>
            changes.FirstOrDefault(change => change.Field == field.Id)?.New ?? field.Of(old).ToString();
    }

    /// <summary>A plot as a row leaves it, without what is contested in it.</summary>
    public Plot Settle(PlotKey key, Plot? old, Plot laid, ref IReadOnlyList<FactChange> changes)
    {
        if (!_byPlot.TryGetValue(key, out var contested))
            return laid;
        var settled = contested.Settle(laid);
        changes = old is null ? [] : PlotMerge.Changes(old, settled);
        return settled;
    }

    /// <summary>What is contested in a plot, or null.</summary>
    public ContestedPlot? Find(PlotKey key) => _byPlot.GetValueOrDefault(key);

    /// <summary>What was said first of a contested field of a plot, and the rows that contest it; else null.</summary>
    public (string Said, Contest By)? Find(PlotKey key, Field field) =>
        _byPlot.TryGetValue(key, out var contested) && contested.By(field) is { } by
            ? (contested.FirstSaid(field)!, by)
            : null;

    /// <summary>What rows have stated of plots beside their fields.</summary>
    public StatedParts Parts => _parts;

    /// <summary>Gives a plot its county.</summary>
    public void Move(PlotKey from, PlotKey to)
    {
        if (_byPlot.Remove(from, out var contested))
            _byPlot[to] = contested;
    }

    /// <summary>A plot as it was before the import; null where it is new.</summary>
    public Plot? Before(PlotKey key)
    {
        var known = committed(key.Number);
        return known.FirstOrDefault(plot => plot.County == key.County)
            ?? known.FirstOrDefault(plot => plot.County.Length == 0);
    }

    private ContestedPlot Of(PlotKey key)
    {
        if (!_byPlot.TryGetValue(key, out var contested))
            _byPlot.Add(key, contested = new(Before(key)));
        return contested;
    }

    /// <summary>A change as it is against what the first row said, where that was contested and so is no fact.</summary>
    private FactChange Against(PlotKey key, FactChange change) =>
        FieldOf(change) is { } field && _byPlot.GetValueOrDefault(key)?.FirstSaid(field) is { } said
            ? change with
            {
                Old = said,
            }
            : change;

    /// <summary>The field of a change, null for what a plot has several of.</summary>
    internal static Field? FieldOf(FactChange change) =>
        change.Field == PartChanges.Shape ? RowFields.Geometry : PlotFields.Find(change.Field);

    /// <summary>What is said no longer, in the word that takes it back.</summary>
    internal static string Said(string value) => value.Length > 0 ? value : Words.WithdrawnWords[0];

    private static ImportIssue Issue(ParsedRow row, FactChange contradiction, int first)
    {
        var issue = new RawPlace(row.File, row.Line, row.Plot).Issue(
            "plot.duplicate",
            Severity.Refuse,
            ("value", Said(contradiction.New)),
            ("field", contradiction.Field),
            ("first", first.ToString(CultureInfo.InvariantCulture)),
            ("old", Said(contradiction.Old)),
            ("rows", contradiction.Field)
        );
        return PlotFields.Find(contradiction.Field) is { } field ? issue.At(row, field) : issue;
    }
}
