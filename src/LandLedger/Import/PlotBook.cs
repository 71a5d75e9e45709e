using LandLedger.Ledger;
using LandLedger.People;

namespace LandLedger.Import;

/// <summary>
/// Writes single plots as callers say them, by the checks, the merging and the ledger of imports, each in one transaction. Such a write lists
/// nothing: neither does it end other plots, nor keep a file from ending this one.
/// </summary>
public sealed class PlotBook(IPlotStore store)
{
    /// <summary>Adds a plot, or takes up again one that has ended.</summary>
    /// <param name="said">The file of one record that says it; its parts are disposed of.</param>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public PlotWritten Add(PlotWrite write, Func<ImportFile> said, ImportOptions options) =>
        write.Within.Counties is { Count: > 0 } counties && !counties.Contains(write.County ?? "")
            ? Refused(PlotRefusal.Outside)
            : AddWithin(write, said, options);

    private PlotWritten AddWithin(PlotWrite write, Func<ImportFile> said, ImportOptions options) =>
        Write(
            write,
            options,
            plot => write.County is null || plot.County == write.County || plot.County.Length == 0,
            known => known is null ? (said(), null) : (null, PlotRefusal.Exists),
            unseen: PlotRefusal.Exists
        );

    /// <summary>Lays what is said over a plot that is in the register.</summary>
    /// <param name="said">As for <see cref="Add"/>, by the plot as it is.</param>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public PlotWritten Change(PlotWrite write, Func<Plot, ImportFile> said, ImportOptions options) =>
        Write(
            write,
            options,
            plot => plot.County == write.County,
            known => Decided(write, known) is { } refusal ? (null, refusal) : (said(known!), null)
        );

    /// <summary>Ends a plot on the day of the options: from it on it is no longer in the register. Nothing that is known of it is lost.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public PlotWritten End(PlotWrite write, ImportOptions options) =>
        Write(
            write,
            options,
            plot => plot.County == write.County,
            known => Decided(write, known) is { } refusal ? (null, refusal) : (new(write.Source, []), null),
            ends: true
        );

    /// <summary>Writes it, unless it was written by the same key before.</summary>
    /// <param name="isMeant">Which plots of the number are meant.</param>
    /// <param name="of">What is said of the one in the register, or of none; or why nothing can be.</param>
    /// <param name="unseen">Why nothing can be said of one that the caller may not write about.</param>
    private PlotWritten Write(
        PlotWrite write,
        ImportOptions options,
        Func<Plot, bool> isMeant,
        Func<Plot?, (ImportFile? Said, PlotRefusal? Refusal)> of,
        PlotRefusal unseen = PlotRefusal.Unknown,
        bool ends = false
    )
    {
        using var import = new WriteBehind(store.BeginImport());
        if (write.Kept is { Key: { } key } kept && import.Keyed(key) is { } before)
            return before == kept ? Written(report: null) : Refused(PlotRefusal.KeyOther);
        var meant = Meant();
        if (!meant.TrueForAll(IsWithin))
            return Refused(unseen);
        var known = meant.Find(plot => plot.EndedOn is null);
        var (said, refusal) = of(known);
        if (said is null)
            return Refused(refusal!.Value);
        var isOutside = false;
        try
        {
            var report = Importer.Import(
                store,
                import,
                [said with { Source = write.Kept }],
                options with
                {
                    Lists = false,
                },
                session =>
                {
                    if (ends)
                        session.End(PlotKey.Of(known!), write.Source.Name);
                    isOutside = !Meant().TrueForAll(IsWithin);
                    return !isOutside;
                },
                CancellationToken.None
            );
            return isOutside ? Refused(PlotRefusal.Outside)
                : report.Outcome == ImportOutcome.Refused ? Refused(PlotRefusal.Refused, Seen(write.Within, report))
                : Written(Seen(write.Within, report));
        }
        finally
        {
            foreach (var part in said.Parts)
                part.Dispose();
        }

        List<Plot> Meant() => [.. import.Find(write.Number, shapes: true).Where(isMeant)];

        bool IsWithin(Plot plot) => write.Within.Holds(plot.County, plot.Zone);

        // The plot in the register, else the one that ended last.
        PlotWritten Written(ImportReport? report) =>
            new(
                store.Find(write.Number).Where(isMeant).MaxBy(plot => plot.EndedOn ?? DateOnly.MaxValue) is { } plot
                    ? PlotKey.Of(plot)
                    : null,
                report,
                null
            );
    }

    /// <summary>Without what tells of plots that the caller does not see.</summary>
    private ImportReport Seen(Scope within, ImportReport report) =>
        within.IsAll
            ? report
            : report with
            {
                Issues =
                [
                    .. report.Issues.Where(issue =>
                        issue.Code switch
                        {
                            "plot.overlap" or "plot.twice" => store
                                .Named(issue.Arguments["other"])
                                .All(plot => within.Holds(plot.County, plot.Zone)),
                            "plot.follows" or "plot.follows-number" or "plot.follows-without" => issue
                                .Plots.SelectMany(store.Named)
                                .All(plot => within.Holds(plot.County, plot.Zone)),
                            "coordinates.apart" => false,
                            _ => true,
                        }
                    ),
                ],
            };

    /// <summary>Why the plot cannot be written by what was decided.</summary>
    private static PlotRefusal? Decided(PlotWrite write, Plot? known) =>
        known is null ? PlotRefusal.Unknown
        : write.DecidedOn?.Contains(PlotDigest.Of(known)) == false ? PlotRefusal.WentOn
        : null;

    private static PlotWritten Refused(PlotRefusal refusal, ImportReport? report = null) => new(null, report, refusal);
}
