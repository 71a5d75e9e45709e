using LandLedger.Ledger;

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
        Write(
            write,
            options,
            plot => write.County is null || plot.County == write.County || plot.County.Length == 0,
            known => known is null ? (said(), null) : (null, PlotRefusal.Exists)
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
    private PlotWritten Write(
        PlotWrite write,
        ImportOptions options,
        Func<Plot, bool> isMeant,
        Func<Plot?, (ImportFile? Said, PlotRefusal? Refusal)> of,
        bool ends = false
    )
    {
        using var import = new WriteBehind(store.BeginImport());
        if (write.Key is not null && Taken(write) is { } before)
            return before == write.Kept ? Written(report: null) : Refused(PlotRefusal.KeyOther);
        var known = import
            .Find(write.Number, shapes: true)
            .FirstOrDefault(plot => isMeant(plot) && plot.EndedOn is null);
        var (said, refusal) = of(known);
        if (said is null)
            return Refused(refusal!.Value);
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
                },
                CancellationToken.None
            );
            return report.Outcome == ImportOutcome.Refused ? Refused(PlotRefusal.Refused, report) : Written(report);
        }
        finally
        {
            foreach (var part in said.Parts)
                part.Dispose();
        }

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

    /// <summary>Why the plot cannot be written by what was decided.</summary>
    private static PlotRefusal? Decided(PlotWrite write, Plot? known) =>
        known is null ? PlotRefusal.Unknown
        : write.DecidedOn?.Contains(PlotDigest.Of(known)) == false ? PlotRefusal.WentOn
        : null;

    /// <summary>What the key was used for.</summary>
    private ImportSource? Taken(PlotWrite write) =>
        store.Imports().SelectMany(import => import.Sources).LastOrDefault(write.IsKeyOf);

    private static PlotWritten Refused(PlotRefusal refusal, ImportReport? report = null) => new(null, report, refusal);
}
