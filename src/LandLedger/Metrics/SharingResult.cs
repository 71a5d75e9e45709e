using LandLedger.Import;

namespace LandLedger.Metrics;

/// <summary>By what a firm's figures of a year were shared out to its plots: one key a firm, as many as its firms have a plot.</summary>
[Flags]
public enum SharingKeys
{
    None = 0,

    /// <summary>The shares declared for each plot; they add up to exactly 1.</summary>
    DeclaredShare = 1,

    /// <summary>The firm sits on one plot alone, which gets everything.</summary>
    SinglePlot = 2,
    LandArea = 4,
    FloorArea = 8,
}

/// <summary>What kept a figure from being shared out, or deserves a second look. Texts stand under <c>issue.firm.CODE</c>.</summary>
public enum SharingProblemKind
{
    /// <summary>The declared shares do not add up to 1; <see cref="SharingProblem.Value"/> is their sum.</summary>
    SharesNotOne,

    /// <summary>Several plots, and neither shares nor land nor floor areas for all of them.</summary>
    ShareUnknown,

    /// <summary>Shares are declared for some of the plots alone: none of them is used, areas count instead.</summary>
    ShareUnused,

    /// <summary>A share or area is negative, or all are zero; <see cref="SharingProblem.Value"/> is the sum.</summary>
    WeightsNotPositive,

    /// <summary>Two different rows of figures for a firm and year: none is used.</summary>
    TwoFigures,

    /// <summary>Two different entries for a firm, plot and year: the firm's figures are not shared out.</summary>
    TwoOccupancies,

    /// <summary>The firm has figures and sits on no plot.</summary>
    NoPlot,

    /// <summary>A figure below zero; it is shared out like any other.</summary>
    FigureNegative,

    /// <summary>A figure or sum has more digits than can be held to the fen; it counts as unknown.</summary>
    FigureTooLarge,

    /// <summary>A firm on the plot has no row for a year in which another one has: the plot's figures of the year are unknown.</summary>
    YearMissing,

    /// <summary>A firm without credit code, whose name several firms with codes bear: it may be any of them, so what the plot, on which it or one of them sits, adds up to in the year is unknown.</summary>
    NameShared,
}

/// <summary>A named problem of one firm (or, for a sum, of one plot) in one year.</summary>
public sealed record SharingProblem(
    SharingProblemKind Kind,
    int Year,
    string? Firm = null,
    string? Plot = null,
    decimal? Value = null
)
{
    /// <summary>That of the plot; null where none is named, or nobody can tell which of several it is.</summary>
    public string? County { get; init; }

    internal Seat? Seat => Plot is { } plot ? new(County, plot) : null;
}

/// <summary>By what the figures of one firm and year were shared out (None: not at all), and to which plots (in order of number).</summary>
public sealed record FirmSharing(string Firm, int Year, SharingKeys Key, IReadOnlyList<string> Plots);

/// <summary>Yearly figures of plots, added up from the firms on them, with the rule that was followed and what stood in its way.</summary>
public sealed record SharingResult
{
    /// <summary>Key of the text that states the rule; it is printed wherever the figures are.</summary>
    public string RuleText => "sharing.rule";

    /// <summary>Years ascending. A plot without any firm with figures is not in it.</summary>
    public required IReadOnlyDictionary<PlotKey, IReadOnlyList<PlotYear>> ByPlot { get; init; }

    /// <summary>
    /// Numbers under which firms sit on a plot that nobody can tell from others of the number, with the years of their figures: these are
    /// added to no plot.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<int>> Unplaced { get; init; }

    /// <summary>Ordered by firm and year.</summary>
    public required IReadOnlyList<FirmSharing> Firms { get; init; }

    /// <summary>Ordered by firm, plot, year and kind.</summary>
    public required IReadOnlyList<SharingProblem> Problems { get; init; }

    /// <summary>The years of a plot, ascending; unknown is what firms that may sit on it would add.</summary>
    public IReadOnlyList<PlotYear> Of(PlotKey plot)
    {
        var years = ByPlot.GetValueOrDefault(plot, []);
        if (!Unplaced.TryGetValue(plot.Number, out var unknown))
            return years;
        return
        [
            .. years
                .Where(year => !unknown.Contains(year.Year))
                .Concat(unknown.Select(year => new PlotYear { Year = year, Basis = YearBasis.Shared }))
                .OrderBy(year => year.Year),
        ];
    }
}
