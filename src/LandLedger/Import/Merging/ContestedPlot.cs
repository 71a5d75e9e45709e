using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>
/// What rows of one source contradict each other in over a plot. Neither is believed: a fact, a figure of a year and the outline stay as
/// the store had them before the import; supplements of one day, delays of one beginning and charges of one certificate stand beside each other, the
/// delays as not established.
/// </summary>
/// <param name="before">The plot as it was before the import; null when it is new.</param>
internal sealed class ContestedPlot(Plot? before) : FactSource
{
    private readonly Dictionary<Field, (string Said, Contest By)> _said = [];
    private readonly Dictionary<int, (YearFigures Figures, Contest By)> _years = [];
    private readonly Dictionary<Supplement, Contest> _supplements = [];
    private readonly Dictionary<Delay, Contest> _delays = [];
    private readonly Dictionary<Charge, Contest> _charges = [];

    private FieldSet _fields;
    private Plot _laid = null!;

    /// <summary>A field, and what was said of it first.</summary>
    public void Contest(Field field, string said, Contest by)
    {
        _fields = _fields.With(field).WithUses();
        _said.TryAdd(field, (said, by));
    }

    /// <summary>
    /// Contests the day of the look on site and all that was seen on it where a part of that is contested: what stays as it was before must
    /// not get the day of another look.
    /// </summary>
    /// <param name="said">What the rows so far say of a field; empty where it is not known.</param>
    /// <returns>Whether that is new.</returns>
    public bool KeepLook(Func<Field, string> said)
    {
        if (SiteLook.Seen.All(_fields.Contains) || !(_fields.Contains(PlotFields.ObservedOn) || IsDatedAnew(said)))
            return false;
        foreach (var field in (Field[])[PlotFields.ObservedOn, .. SiteLook.Seen])
            Contest(field, said(field), _said.Values.First().By);
        return true;
    }

    private bool IsDatedAnew(Func<Field, string> said) =>
        before is not null
        && SiteLook.Seen.Any(field => _fields.Contains(field) && field.Of(before).IsKnown)
        && said(PlotFields.ObservedOn) != PlotFields.ObservedOn.Of(before).ToString();

    /// <summary>What was said first of a contested field, else null.</summary>
    public string? FirstSaid(Field field) => _said.GetValueOrDefault(field).Said;

    /// <summary>The rows that contest it, else null.</summary>
    public Contest? By(Field field) => _said.TryGetValue(field, out var contested) ? contested.By : null;

    public void Contest(int year, YearFigures figures, Contest by) =>
        _years[year] = _years.TryGetValue(year, out var known) ? (known.Figures | figures, known.By) : (figures, by);

    public void Contest(Contest by, params ReadOnlySpan<Supplement> ofOneDay)
    {
        foreach (var supplement in ofOneDay)
            _supplements.TryAdd(supplement, by);
    }

    public void Contest(Contest by, params ReadOnlySpan<Delay> ofOneBeginning)
    {
        foreach (var delay in ofOneBeginning)
            _delays.TryAdd(Open(delay), by);
    }

    public void Contest(Contest by, params ReadOnlySpan<Charge> ofOneCertificate)
    {
        foreach (var charge in ofOneCertificate)
            _charges.TryAdd(charge, by);
    }

    /// <inheritdoc cref="By(Field)"/>
    public Contest? By(PlotYear year) => _years.GetValueOrDefault(year.Year).By;

    /// <inheritdoc cref="By(Field)"/>
    public Contest? By(Supplement supplement) =>
        _supplements.FirstOrDefault(contested => contested.Key.SignedOn == supplement.SignedOn).Value;

    /// <inheritdoc cref="By(Field)"/>
    public Contest? By(Delay delay) =>
        _delays.FirstOrDefault(contested => PartMerge.IsSame(contested.Key, delay)).Value;

    /// <inheritdoc cref="By(Field)"/>
    public Contest? By(Charge charge) =>
        _charges.FirstOrDefault(contested => PartMerge.IsSame(contested.Key, charge)).Value;

    /// <summary>A plot without what is contested.</summary>
    public Plot Settle(Plot laid)
    {
        _laid = laid;
        var shape = _fields.Contains(RowFields.Geometry) ? before : laid;
        return PlotFacts.Build(
            this,
            new()
            {
                Supplements = Supplements(laid.Grant.Supplements),
                Delays = Delays(laid.Delays),
                Charges = Charges(laid.Charges),
                Years = Years(laid.Years),
                Measured = shape?.Measured,
                Shape = shape?.Shape,
                EnteredOn = laid.EnteredOn,
                EndedOn = laid.EndedOn,
            }
        );
    }

    public override string? Text(Field field) => Of(field).Text;

    public override decimal? Number(Field field) => Of(field).Number;

    public override DateOnly? Date(Field field) => Of(field).Date;

    public override bool? Flag(Field field) => Of(field).Flag;

    private Fact Of(Field field) =>
        !_fields.Contains(field) ? field.Of(_laid)
        : before is null ? default
        : field.Of(before);

    private IReadOnlyList<Supplement> Supplements(IReadOnlyList<Supplement> laid) =>
        _supplements.Count == 0
            ? laid
            :
            [
                .. laid.Where(supplement => By(supplement) is null)
                    .Concat(_supplements.Keys)
                    .OrderBy(supplement => supplement.SignedOn)
                    .ThenBy(supplement => supplement.AgreedStart)
                    .ThenBy(supplement => supplement.AgreedCompletion)
                    .ThenBy(supplement => supplement.Reason, StringComparer.Ordinal),
            ];

    private IReadOnlyList<Delay> Delays(IReadOnlyList<Delay> laid) =>
        _delays.Count == 0
            ? laid
            :
            [
                .. laid.Where(delay => By(delay) is null)
                    .Concat(_delays.Keys)
                    .OrderBy(delay => delay.Kind)
                    .ThenBy(delay => delay.From)
                    .ThenBy(delay => delay.To)
                    .ThenBy(delay => delay.Evidence, StringComparer.Ordinal),
            ];

    private IReadOnlyList<Charge> Charges(IReadOnlyList<Charge> laid) =>
        _charges.Count == 0
            ? laid
            :
            [
                .. PartMerge
                    .InOrder(laid.Where(charge => By(charge) is null).Concat(_charges.Keys))
                    .ThenBy(charge => charge.ReleasedOn),
            ];

    /// <summary>Also those that a contested row took back as a whole.</summary>
    private IReadOnlyList<PlotYear> Years(IReadOnlyList<PlotYear> laid)
    {
        var gone =
            before?.Years.Where(year => _years.ContainsKey(year.Year) && laid.All(y => y.Year != year.Year)) ?? [];
        return [.. laid.Concat(gone).Select(Settled).OrderBy(year => year.Year)];
    }

    private static Delay Open(Delay delay) => delay with { Established = null };

    private PlotYear Settled(PlotYear year) =>
        _years.TryGetValue(year.Year, out var contested)
            ? year.Restored(contested.Figures, before?.Years.FirstOrDefault(known => known.Year == year.Year))
            : year;
}

/// <summary>Two rows of a file that say different things.</summary>
internal sealed record Contest(string File, int First, int Second);
