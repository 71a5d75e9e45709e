using LandLedger.Fields;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What every store must do, told through <see cref="IPlotStore"/> alone; each store derives it.</summary>
public abstract partial class PlotStoreContract : IDisposable
{
    private static readonly PlotQuery Everything = new() { Shapes = true, Ended = true };

    private static readonly DateTimeOffset Noon = new(2025, 6, 30, 12, 0, 0, 123, TimeSpan.Zero);

    private IPlotStore? _store;

    /// <summary>An empty store.</summary>
    protected abstract IPlotStore Create();

    /// <summary>The same store, opened a second time beside the first.</summary>
    protected abstract IPlotStore OpenAgain();

    protected IPlotStore Store => _store ??= Create();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _store?.Dispose();

    protected void Put(params Plot[] plots)
    {
        using var import = Store.BeginImport();
        foreach (var plot in plots)
            import.Put(plot);
        Commit(import);
    }

    protected static void Commit(IImport import) =>
        import.Commit(Noon, [], new ImportReport { Outcome = ImportOutcome.Done, Files = [] });

    protected static PlotKey KeyOf(Plot plot) => new(plot.County, plot.Number);

    private List<string> Numbers(PlotQuery query) => [.. Store.Plots(query).Select(plot => plot.Number)];

    private void List(params (string Source, PlotKey[] Plots)[] lists)
    {
        using var import = Store.BeginImport();
        foreach (var (source, plots) in lists)
        {
            foreach (var plot in plots)
                import.Seen(source, plot);
        }
        Commit(import);
    }

    private IReadOnlyList<PlotKey> NoLongerListed(string source)
    {
        using var import = Store.BeginImport();
        return import.NoLongerListed(source);
    }

    private static void AssertSame(Plot expected, Plot actual)
    {
        Assert.Equal(expected.Shape?.Wkb.ToArray(), actual.Shape?.Wkb.ToArray());
        Assert.Equivalent(Plain(expected), Plain(actual), strict: true);

        static Plot Plain(Plot plot) =>
            plot with
            {
                Shape = plot.Shape is null ? null : plot.Shape with { Wkb = default },
            };
    }
}
