using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Import.Merging;

/// <summary>
/// Lays a row over what is known of a plot. A blank cell never erases a fact, only a word that takes it back; supplements, delays and years are added or, where the plot
/// has them already, laid over fact by fact. A plot that has ended is taken up again by a row that lists it, not by one of what hangs on
/// it, nor by one of a day before its end. What an older look on site saw does not come in the place of what a newer one did. Says which facts changed, old and new.
/// </summary>
/// <param name="on">The day that the files stand for.</param>
internal sealed class PlotMerge(DateOnly on) : FactSource
{
    private readonly Fact[] _facts = new Fact[PlotFields.All.Count];
    private readonly List<int> _touched = [];
    private Plot? _old;
    private FieldSet _withdrawn;

    /// <summary>The plot after the row; <paramref name="changes"/> is empty when nothing changed.</summary>
    public Plot Lay(ParsedRow row, Plot? old, PlotKey key, Boundary? boundary, out IReadOnlyList<FactChange> changes)
    {
        _old = old;
        _withdrawn = FieldSet.Of(row.Withdrawn).WithUses();
        foreach (var touched in _touched)
            _facts[touched] = default;
        _touched.Clear();
        var isOlderLook = SiteLook.IsOlder(row, old);
        foreach (var (field, fact) in row.Facts)
        {
            if (!isOlderLook || !SiteLook.IsOf(field))
                Set(field, fact);
        }
        Set(PlotFields.Plot, Fact.Of(key.Number));
        if (key.County.Length > 0)
            Set(PlotFields.County, Fact.Of(key.County));
        var kept = _withdrawn.Contains(RowFields.Geometry) ? null : old;
        var plot = PlotFacts.Build(
            this,
            new()
            {
                Supplements = PartMerge.Lay(old?.Grant.Supplements ?? [], row.Supplement, row.Withdrawn),
                Delays = PartMerge.Lay(old?.Delays ?? [], row.Delay, row.Withdrawn),
                Charges = PartMerge.Lay(old?.Charges ?? [], row.Charge, row.Withdrawn),
                Years = PartMerge.Lay(old?.Years ?? [], row.Years, row.NamesFirm ? [] : row.WithdrawnYears),
                Measured = boundary?.Area ?? kept?.Measured,
                Shape = boundary?.Shape ?? kept?.Shape,
                EnteredOn = old?.EnteredOn,
                EndedOn = TakesUp(row, old) ? null : old?.EndedOn,
            }
        );
        changes = old is null ? [] : Changes(old, plot);
        return plot;
    }

    public override string? Text(Field field) => Of(field).Text;

    public override decimal? Number(Field field) => Of(field).Number;

    public override DateOnly? Date(Field field) => Of(field).Date;

    public override bool? Flag(Field field) => Of(field).Flag;

    /// <summary>Whether a row says that a plot is in the register, on the day of its end or later.</summary>
    private bool TakesUp(ParsedRow row, Plot? old) => row.Kind == RowKind.Plot && !(old?.EndedOn > on);

    private Fact Of(Field field)
    {
        var fact = _facts[field.Ordinal];
        return fact.IsKnown || _old is null || _withdrawn.Contains(field) ? fact : field.Of(_old);
    }

    private void Set(Field field, Fact fact)
    {
        if (!_facts[field.Ordinal].IsKnown)
            _touched.Add(field.Ordinal);
        _facts[field.Ordinal] = fact;
    }

    /// <summary>Every fact that differs between two states of a plot.</summary>
    public static IReadOnlyList<FactChange> Changes(Plot old, Plot plot)
    {
        var changes = new List<FactChange>();
        foreach (var field in PlotFields.All)
        {
            var (before, after) = (field.Of(old), field.Of(plot));
            if (before != after)
                changes.Add(new(field.Id, before.ToString(), after.ToString()));
        }
        PartChanges.Add(changes, old, plot);
        return changes;
    }
}
