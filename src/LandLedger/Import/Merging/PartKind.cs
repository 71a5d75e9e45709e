using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>A kind of what a plot has several of, for what is alike in all of them.</summary>
/// <param name="Name">What its changes are called.</param>
/// <param name="Of">The parts of a plot.</param>
/// <param name="StatedBy">Those that a row states.</param>
/// <param name="IsSame">Whether a known part is the one that a row speaks of.</param>
/// <param name="Key">What a part is known by.</param>
/// <param name="Facts">What is known of a part, and what is not, always in the same order.</param>
/// <param name="Line">The whole part.</param>
/// <param name="By">The rows that contest a part of a plot, or null.</param>
internal sealed record PartKind<T>(
    string Name,
    Func<Plot, IReadOnlyList<T>> Of,
    Func<RowParts, IReadOnlyList<T>> StatedBy,
    Func<T, T, bool> IsSame,
    Func<T, string> Key,
    Func<T, (Field Field, Fact Fact)[]> Facts,
    Func<T, string> Line,
    Func<ContestedPlot, T, Contest?> By
)
    where T : class
{
    /// <summary>"2024: tax=1000000": some facts of a part, after what it is known by.</summary>
    public string Stated(T part, IEnumerable<(Field Field, Fact Fact)> facts) =>
        $"{Key(part)}:{PartChanges.Stated(facts)}";
}

/// <summary>The kinds that there are.</summary>
internal static class PartKind
{
    public static readonly PartKind<Supplement> Supplements = new(
        "supplement",
        plot => plot.Grant.Supplements,
        stated => stated.Supplement is { } supplement ? [supplement] : [],
        PartMerge.IsSame,
        PartChanges.Key,
        PartChanges.Facts,
        PartChanges.Line,
        (contested, supplement) => contested.By(supplement)
    );

    public static readonly PartKind<Delay> Delays = new(
        "delay",
        plot => plot.Delays,
        stated => stated.Delay is { } delay ? [delay] : [],
        PartMerge.IsSame,
        PartChanges.Key,
        PartChanges.Facts,
        PartChanges.Line,
        (contested, delay) => contested.By(delay)
    );

    public static readonly PartKind<Charge> Charges = new(
        "charge",
        plot => plot.Charges,
        stated => stated.Charge is { } charge ? [charge] : [],
        PartMerge.IsSame,
        PartChanges.Key,
        PartChanges.Facts,
        PartChanges.Line,
        (contested, charge) => contested.By(charge)
    );

    public static readonly PartKind<PlotYear> Years = new(
        "year",
        plot => plot.Years,
        stated => stated.Years,
        PartMerge.IsSame,
        PartChanges.Key,
        PartChanges.Facts,
        PartChanges.Line,
        (contested, year) => contested.By(year)
    );
}
