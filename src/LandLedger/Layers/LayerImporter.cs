using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>
/// Takes a file with geometry into a store as a layer of its own, in one transaction, in the place of any layer of that name. All
/// or nothing unless the caller keeps the good.
/// </summary>
public static class LayerImporter
{
    /// <summary>Reads the file and puts it in the place of any layer of the name.</summary>
    /// <param name="file">One table or layer of a file; the caller disposes it.</param>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public static LayerReport Add(
        IPlotStore store,
        LayerOptions options,
        RawFile file,
        CancellationToken cancel = default
    )
    {
        var issues = new List<ImportIssue>();
        var properties = LayerProperties.Of(file, issues);
        var layer = new Layer(options.Name, options.Title ?? TitleOf(file), properties);
        var reading = new LayerReading(file, layer, options.Crs);
        reading.Check(issues);
        if (reading.IsRefused)
            return reading.Report(ImportOutcome.Refused, null);
        using var import = store.Layers.Begin(layer);
        foreach (var feature in reading.Features())
        {
            cancel.ThrowIfCancellationRequested();
            import.Put(feature);
        }
        reading.End();
        var outcome =
            !reading.IsRefused ? ImportOutcome.Done
            : options.KeepGood && reading.Kept > 0 ? ImportOutcome.DoneInPart
            : ImportOutcome.Refused;
        if (outcome != ImportOutcome.Refused)
            import.Commit(options.RecordedAt);
        return reading.Report(outcome, import.Before);
    }

    /// <summary>The name of the file without its ending, or of its layer.</summary>
    private static string TitleOf(RawFile file) =>
        file.Name.LastIndexOf('#') is > 0 and var hash
            ? file.Name[(hash + 1)..]
            : Path.GetFileNameWithoutExtension(file.Name);
}
