using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>Which figures of a calendar year, of a plot or of a firm.</summary>
[Flags]
internal enum YearFigures : byte
{
    None = 0,
    Tax = 1,
    Output = 2,
    Revenue = 4,
    AddedValue = 8,
    KilowattHours = 16,
    Staff = 32,
    AboveScale = 64,
}

/// <summary>Where two rows of a year differ, and the year without what they differ in.</summary>
internal static class DifferingFigures
{
    /// <summary>Figures that it states.</summary>
    public static YearFigures Known(PlotYear year) =>
        (year.Tax is null ? YearFigures.None : YearFigures.Tax)
        | (year.Output is null ? YearFigures.None : YearFigures.Output)
        | (year.Revenue is null ? YearFigures.None : YearFigures.Revenue)
        | (year.AddedValue is null ? YearFigures.None : YearFigures.AddedValue)
        | (year.KilowattHours is null ? YearFigures.None : YearFigures.KilowattHours);

    /// <summary>The figure that a field is; none where it is no figure of a year.</summary>
    /// <param name="ofFirm">Whether a row of firms has it, which says above scale or not of a year.</param>
    public static YearFigures Of(Field field, bool ofFirm) =>
        field == RowFields.Tax ? YearFigures.Tax
        : field == RowFields.Output ? YearFigures.Output
        : field == RowFields.Revenue ? YearFigures.Revenue
        : field == RowFields.AddedValue ? YearFigures.AddedValue
        : field == RowFields.KilowattHours ? YearFigures.KilowattHours
        : field == RowFields.Staff ? YearFigures.Staff
        : ofFirm && field == PlotFields.AboveScale ? YearFigures.AboveScale
        : YearFigures.None;

    /// <summary>Figures that both state and state otherwise.</summary>
    public static YearFigures Of(PlotYear one, PlotYear other) =>
        Of(one.Tax, other.Tax, YearFigures.Tax)
        | Of(one.Output, other.Output, YearFigures.Output)
        | Of(one.Revenue, other.Revenue, YearFigures.Revenue)
        | Of(one.AddedValue, other.AddedValue, YearFigures.AddedValue)
        | Of(one.KilowattHours, other.KilowattHours, YearFigures.KilowattHours);

    /// <inheritdoc cref="Of(PlotYear, PlotYear)"/>
    public static YearFigures Of(FirmYear one, FirmYear other) =>
        Of(one.Tax, other.Tax, YearFigures.Tax)
        | Of(one.Output, other.Output, YearFigures.Output)
        | Of(one.Revenue, other.Revenue, YearFigures.Revenue)
        | Of(one.AddedValue, other.AddedValue, YearFigures.AddedValue)
        | Of(one.KilowattHours, other.KilowattHours, YearFigures.KilowattHours)
        | Of(one.Staff, other.Staff, YearFigures.Staff)
        | Of(one.AboveScale, other.AboveScale, YearFigures.AboveScale);

    /// <inheritdoc cref="Known(PlotYear)"/>
    public static YearFigures Known(FirmYear year) =>
        Figures(year)
            .Where(figure => figure.Fact.IsKnown)
            .Aggregate(YearFigures.None, (known, figure) => known | Of(figure.Field, ofFirm: true));

    /// <summary>Figures that differ, or that only one states, each as the one and as the other states it.</summary>
    public static IEnumerable<(Field Field, Fact One, Fact Other)> Facts(FirmYear one, FirmYear other) =>
        Facts(Figures(one), Figures(other));

    /// <inheritdoc cref="Facts(FirmYear, FirmYear)"/>
    public static IEnumerable<(Field Field, Fact One, Fact Other)> Facts(PlotYear one, PlotYear other) =>
        Facts(Figures(one), Figures(other));

    private static IEnumerable<(Field Field, Fact One, Fact Other)> Facts(
        (Field Field, Fact Fact)[] one,
        (Field Field, Fact Fact)[] other
    ) =>
        one.Zip(other, (left, right) => (left.Field, left.Fact, right.Fact))
            .Where(figure => figure.Item2 != figure.Item3);

    /// <summary>Each figure that a plot has of a year, known or not.</summary>
    public static (Field Field, Fact Fact)[] Figures(PlotYear year) =>
        [
            (RowFields.Tax, Fact.Of(year.Tax)),
            (RowFields.Output, Fact.Of(year.Output)),
            (RowFields.Revenue, Fact.Of(year.Revenue)),
            (RowFields.AddedValue, Fact.Of(year.AddedValue)),
            (RowFields.KilowattHours, Fact.Of(year.KilowattHours, Unit.KilowattHour)),
        ];

    private static (Field Field, Fact Fact)[] Figures(FirmYear year) =>
        [
            (RowFields.Tax, Fact.Of(year.Tax)),
            (RowFields.Output, Fact.Of(year.Output)),
            (RowFields.Revenue, Fact.Of(year.Revenue)),
            (RowFields.AddedValue, Fact.Of(year.AddedValue)),
            (RowFields.KilowattHours, Fact.Of(year.KilowattHours, Unit.KilowattHour)),
            (RowFields.Staff, Fact.Of(year.Staff, Unit.Person)),
            (PlotFields.AboveScale, Fact.Of(year.AboveScale)),
        ];

    /// <summary>The year with those figures as they were before the import.</summary>
    public static PlotYear Restored(this PlotYear year, YearFigures figures, PlotYear? before) =>
        year with
        {
            Tax = figures.HasFlag(YearFigures.Tax) ? before?.Tax : year.Tax,
            Output = figures.HasFlag(YearFigures.Output) ? before?.Output : year.Output,
            Revenue = figures.HasFlag(YearFigures.Revenue) ? before?.Revenue : year.Revenue,
            AddedValue = figures.HasFlag(YearFigures.AddedValue) ? before?.AddedValue : year.AddedValue,
            KilowattHours = figures.HasFlag(YearFigures.KilowattHours) ? before?.KilowattHours : year.KilowattHours,
        };

    /// <inheritdoc cref="Restored(PlotYear, YearFigures, PlotYear)"/>
    public static FirmYear Restored(this FirmYear year, YearFigures figures, FirmYear? before) =>
        year with
        {
            Tax = figures.HasFlag(YearFigures.Tax) ? before?.Tax : year.Tax,
            Output = figures.HasFlag(YearFigures.Output) ? before?.Output : year.Output,
            Revenue = figures.HasFlag(YearFigures.Revenue) ? before?.Revenue : year.Revenue,
            AddedValue = figures.HasFlag(YearFigures.AddedValue) ? before?.AddedValue : year.AddedValue,
            KilowattHours = figures.HasFlag(YearFigures.KilowattHours) ? before?.KilowattHours : year.KilowattHours,
            Staff = figures.HasFlag(YearFigures.Staff) ? before?.Staff : year.Staff,
            AboveScale = figures.HasFlag(YearFigures.AboveScale) ? before?.AboveScale : year.AboveScale,
        };

    private static YearFigures Of<T>(T? one, T? other, YearFigures figure)
        where T : struct, IEquatable<T> =>
        one is { } left && other is { } right && !left.Equals(right) ? figure : YearFigures.None;
}
