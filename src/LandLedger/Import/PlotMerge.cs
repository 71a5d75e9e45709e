using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Import;

/// <summary>
/// Lays a row over what is known of a plot. A blank cell never erases a fact; supplements and delays are added or, under
/// the same key (signing day, or what they agree where that is not known; kind and first day), replaced; a year is laid over figure by figure. Says which facts changed, old and new.
/// </summary>
internal sealed class PlotMerge : FactSource
{
    private readonly Fact[] _facts = new Fact[PlotFields.All.Count];
    private readonly List<int> _touched = [];
    private Plot? _old;

    /// <summary>The plot after the row; <paramref name="changes"/> is empty when nothing changed.</summary>
    public Plot Lay(ParsedRow row, Plot? old, PlotKey key, Boundary? boundary, out IReadOnlyList<FactChange> changes)
    {
        _old = old;
        foreach (var touched in _touched)
            _facts[touched] = default;
        _touched.Clear();
        foreach (var (field, fact) in row.Facts)
            Set(field, fact);
        Set(PlotFields.Plot, Fact.Of(key.Number));
        if (key.County.Length > 0)
            Set(PlotFields.County, Fact.Of(key.County));
        var plot = PlotFacts.Build(
            this,
            new()
            {
                Supplements = Supplements(old?.Grant.Supplements ?? [], row.Supplement),
                Delays = Joined(old?.Delays, row.Delay, d => (d.Kind, d.From)),
                Years = Years(old?.Years ?? [], row.Years),
                Measured = boundary?.Area ?? old?.Measured,
                Shape = boundary?.Shape ?? old?.Shape,
            }
        );
        changes = old is null ? [] : Changes(old, plot);
        return plot;
    }

    public override string? Text(Field field) => Of(field).Text;

    public override decimal? Number(Field field) => Of(field).Number;

    public override DateOnly? Date(Field field) => Of(field).Date;

    public override bool? Flag(Field field) => Of(field).Flag;

    private Fact Of(Field field)
    {
        var fact = _facts[field.Ordinal];
        return fact.IsKnown || _old is null ? fact : field.Of(_old);
    }

    private void Set(Field field, Fact fact)
    {
        if (!_facts[field.Ordinal].IsKnown)
            _touched.Add(field.Ordinal);
        _facts[field.Ordinal] = fact;
    }

    /// <summary>A supplement whose day of signing becomes known stays the one that it was.</summary>
    private static IReadOnlyList<Supplement> Supplements(IReadOnlyList<Supplement> old, Supplement? added)
    {
        if (added is null)
            return old;
        return [.. old.Where(known => !IsSame(known, added)).Append(added).OrderBy(supplement => supplement.SignedOn)];

        static bool IsSame(Supplement known, Supplement added) =>
            known.SignedOn is null
                ? (known.AgreedStart, known.AgreedCompletion) == (added.AgreedStart, added.AgreedCompletion)
                : known.SignedOn == added.SignedOn;
    }

    private static IReadOnlyList<PlotYear> Years(IReadOnlyList<PlotYear> old, IReadOnlyList<PlotYear> added) =>
        added.Count == 0
            ? old
            :
            [
                .. old.Where(year => !added.Any(now => now.Year == year.Year))
                    .Concat(added.Select(now => Laid(old.FirstOrDefault(year => year.Year == now.Year), now)))
                    .OrderBy(year => year.Year),
            ];

    private static PlotYear Laid(PlotYear? under, PlotYear over) =>
        under is null || under.Basis != over.Basis
            ? over
            : over with
            {
                Tax = over.Tax ?? under.Tax,
                Output = over.Output ?? under.Output,
                Revenue = over.Revenue ?? under.Revenue,
                AddedValue = over.AddedValue ?? under.AddedValue,
                KilowattHours = over.KilowattHours ?? under.KilowattHours,
            };

    private static IReadOnlyList<T> Joined<T, TKey>(IReadOnlyList<T>? old, T? added, Func<T, TKey> key)
        where T : class
    {
        if (added is null)
            return old ?? [];
        if (old is null || old.Count == 0)
            return [added];
        return
        [
            .. old.Where(item => !EqualityComparer<TKey>.Default.Equals(key(item), key(added)))
                .Append(added)
                .OrderBy(key),
        ];
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
