using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>
/// Lays the supplement, the delay, the charge and the years of a row over those of a plot. A part that the plot has already is changed in what the
/// row states of it, loses what the row takes back and keeps the rest; when nothing is left but what it is known by, it goes. Of several that rows contradicted each other in, only what they agree in is known.
/// </summary>
internal static class PartMerge
{
    public static IReadOnlyList<Supplement> Lay(
        IReadOnlyList<Supplement> old,
        Supplement? row,
        IReadOnlyList<Field> withdrawn
    ) =>
        row is null
            ? old
            :
            [
                .. old.Where(known => !IsSame(known, row))
                    .Concat(Left(Laid(old.Where(known => IsSame(known, row)), row), withdrawn))
                    .OrderBy(supplement => supplement.SignedOn),
            ];

    public static IReadOnlyList<Delay> Lay(IReadOnlyList<Delay> old, Delay? row, IReadOnlyList<Field> withdrawn) =>
        row is null
            ? old
            :
            [
                .. old.Where(known => !IsSame(known, row))
                    .Concat(Left(Laid(old.Where(known => IsSame(known, row)), row), withdrawn))
                    .OrderBy(delay => delay.Kind)
                    .ThenBy(delay => delay.From),
            ];

    public static IReadOnlyList<Charge> Lay(IReadOnlyList<Charge> old, Charge? row, IReadOnlyList<Field> withdrawn) =>
        row is null
            ? old
            :
            [
                .. InOrder(
                    old.Where(known => !IsSame(known, row))
                        .Concat(Left(Laid(old.Where(known => IsSame(known, row)), row), withdrawn))
                ),
            ];

    public static IReadOnlyList<PlotYear> Lay(
        IReadOnlyList<PlotYear> old,
        IReadOnlyList<PlotYear> row,
        IReadOnlyList<WithdrawnYear> withdrawn
    )
    {
        if (row.Count == 0 && withdrawn.Count == 0)
            return old;
        var laid = old.Where(year => !row.Any(now => IsSame(year, now)))
            .Concat(row.Select(now => Laid(old.FirstOrDefault(year => IsSame(year, now)), now)))
            .OrderBy(year => year.Year);
        return withdrawn.Count == 0 ? [.. laid] : [.. laid.SelectMany(year => Left(year, withdrawn))];
    }

    /// <summary>Signed on one day. One without a day of signing is known by what it agrees, and stays what it was when the day becomes known.</summary>
    public static bool IsSame(Supplement known, Supplement row) =>
        known.SignedOn is null
            ? (row.AgreedStart ?? known.AgreedStart) == known.AgreedStart
                && (row.AgreedCompletion ?? known.AgreedCompletion) == known.AgreedCompletion
                && (AgreesOnADay(row) || !AgreesOnADay(known))
            : known.SignedOn == row.SignedOn;

    /// <summary>Of one kind and one beginning.</summary>
    public static bool IsSame(Delay known, Delay row) => (known.Kind, known.From) == (row.Kind, row.From);

    /// <summary>Of one certificate. One without a number is known by mortgagee and day of registration.</summary>
    public static bool IsSame(Charge known, Charge row) =>
        known.Certificate is null && row.Certificate is null
            ? (known.Mortgagee, known.RegisteredOn) == (row.Mortgagee, row.RegisteredOn)
            : known.Certificate == row.Certificate;

    public static bool IsSame(PlotYear known, PlotYear row) => known.Year == row.Year;

    /// <summary>By day of registration, the unknown ones first, then by certificate.</summary>
    public static IOrderedEnumerable<Charge> InOrder(IEnumerable<Charge> charges) =>
        charges
            .OrderBy(charge => charge.RegisteredOn)
            .ThenBy(charge => charge.Certificate, StringComparer.Ordinal)
            .ThenBy(charge => charge.Mortgagee, StringComparer.Ordinal);

    private static bool AgreesOnADay(Supplement supplement) =>
        (supplement.AgreedStart ?? supplement.AgreedCompletion) is not null;

    public static Supplement Laid(Supplement under, Supplement over) =>
        new()
        {
            SignedOn = over.SignedOn ?? under.SignedOn,
            AgreedStart = over.AgreedStart ?? under.AgreedStart,
            AgreedCompletion = over.AgreedCompletion ?? under.AgreedCompletion,
            Reason = over.Reason ?? under.Reason,
        };

    public static Delay Laid(Delay under, Delay over) =>
        over with
        {
            To = over.To ?? under.To,
            Established = over.Established ?? under.Established,
            Evidence = over.Evidence ?? under.Evidence,
            Case = over.Case ?? under.Case,
        };

    public static Charge Laid(Charge under, Charge over) =>
        new()
        {
            Certificate = over.Certificate ?? under.Certificate,
            Mortgagee = over.Mortgagee ?? under.Mortgagee,
            RegisteredOn = over.RegisteredOn ?? under.RegisteredOn,
            ReleasedOn = over.ReleasedOn ?? under.ReleasedOn,
            Area = over.Area ?? under.Area,
            Secured = over.Secured ?? under.Secured,
        };

    private static Supplement[] Left(Supplement laid, IReadOnlyList<Field> withdrawn)
    {
        if (!withdrawn.Any(RowFields.Supplements.Contains))
            return [laid];
        var left = laid with
        {
            AgreedStart = withdrawn.Contains(RowFields.SupplementStart) ? null : laid.AgreedStart,
            AgreedCompletion = withdrawn.Contains(RowFields.SupplementCompletion) ? null : laid.AgreedCompletion,
            Reason = withdrawn.Contains(RowFields.SupplementReason) ? null : laid.Reason,
        };
        return PartChanges.Facts(left).Any(said => said.Fact.IsKnown) ? [left] : [];
    }

    /// <summary>A delay that a case has established stays: the case says so.</summary>
    private static Delay[] Left(Delay laid, IReadOnlyList<Field> withdrawn)
    {
        if (laid.Case is not null || !withdrawn.Any(RowFields.Delays.Contains))
            return [laid];
        var left = laid with
        {
            To = withdrawn.Contains(RowFields.DelayTo) ? null : laid.To,
            Established = withdrawn.Contains(RowFields.DelayEstablished) ? null : laid.Established,
            Evidence = withdrawn.Contains(RowFields.DelayEvidence) ? null : laid.Evidence,
        };
        return PartChanges.Facts(left).Any(said => said.Fact.IsKnown) ? [left] : [];
    }

    private static Charge[] Left(Charge laid, IReadOnlyList<Field> withdrawn)
    {
        if (!withdrawn.Any(RowFields.Charges.Contains))
            return [laid];
        var left = laid with
        {
            Mortgagee = withdrawn.Contains(RowFields.ChargeMortgagee) ? null : laid.Mortgagee,
            RegisteredOn = withdrawn.Contains(RowFields.ChargeRegisteredOn) ? null : laid.RegisteredOn,
            ReleasedOn = withdrawn.Contains(RowFields.ChargeReleasedOn) ? null : laid.ReleasedOn,
            Area = withdrawn.Contains(RowFields.ChargeMu) ? null : laid.Area,
            Secured = withdrawn.Contains(RowFields.ChargeSecured) ? null : laid.Secured,
        };
        return PartChanges.Facts(left).Any(said => said.Fact.IsKnown) ? [left] : [];
    }

    private static PlotYear[] Left(PlotYear laid, IReadOnlyList<WithdrawnYear> withdrawn)
    {
        var figures = WithdrawnYear.Of(withdrawn, laid.Year);
        if (figures == YearFigures.None)
            return [laid];
        var left = laid.Restored(figures, before: null);
        return DifferingFigures.Known(left) == YearFigures.None ? [] : [left];
    }

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

    private static Supplement Laid(IEnumerable<Supplement> known, Supplement row) =>
        known.ToList() is { Count: > 0 } under ? Laid(under.Aggregate(Agreed), row) : row;

    private static Delay Laid(IEnumerable<Delay> known, Delay row) =>
        known.ToList() is { Count: > 0 } under ? Laid(under.Aggregate(Agreed), row) : row;

    private static Charge Laid(IEnumerable<Charge> known, Charge row) =>
        known.ToList() is { Count: > 0 } under ? Laid(under.Aggregate(Agreed), row) : row;

    private static Supplement Agreed(Supplement one, Supplement other) =>
        new()
        {
            SignedOn = Agreed(one.SignedOn, other.SignedOn),
            AgreedStart = Agreed(one.AgreedStart, other.AgreedStart),
            AgreedCompletion = Agreed(one.AgreedCompletion, other.AgreedCompletion),
            Reason = Agreed(one.Reason, other.Reason),
        };

    private static Delay Agreed(Delay one, Delay other) =>
        one with
        {
            To = Agreed(one.To, other.To),
            Established = Agreed(one.Established, other.Established),
            Evidence = Agreed(one.Evidence, other.Evidence),
            Case = Agreed(one.Case, other.Case),
        };

    private static Charge Agreed(Charge one, Charge other) =>
        new()
        {
            Certificate = Agreed(one.Certificate, other.Certificate),
            Mortgagee = Agreed(one.Mortgagee, other.Mortgagee),
            RegisteredOn = Agreed(one.RegisteredOn, other.RegisteredOn),
            ReleasedOn = Agreed(one.ReleasedOn, other.ReleasedOn),
            Area = Agreed(one.Area, other.Area),
            Secured = Agreed(one.Secured, other.Secured),
        };

    private static T? Agreed<T>(T? one, T? other) => EqualityComparer<T?>.Default.Equals(one, other) ? one : default;
}
