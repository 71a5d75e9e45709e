namespace LandLedger.Import.Merging;

/// <summary>Figures of a calendar year that a row takes back: they are unknown from now on, whoever stated them.</summary>
internal readonly record struct WithdrawnYear(int Year, YearFigures Figures)
{
    /// <summary>Whether any of the figures that are known of the year is taken back.</summary>
    public bool Touches(YearFigures known) => (known & Figures) != YearFigures.None;

    /// <summary>What is taken back of a year.</summary>
    public static YearFigures Of(IReadOnlyList<WithdrawnYear> withdrawn, int year)
    {
        foreach (var one in withdrawn)
        {
            if (one.Year == year)
                return one.Figures;
        }
        return YearFigures.None;
    }
}
