using LandLedger.Import;

namespace LandLedger.Cli;

/// <summary>The one plot that is meant; which of several is not for us to choose.</summary>
internal static class OnePlot
{
    /// <summary>Its key.</summary>
    /// <param name="all">Those that were found by what was asked for.</param>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public static PlotKey Of(IReadOnlyList<PlotKey> all, string asked, string? county, Texts texts)
    {
        var meant = all.Where(plot => county is null || plot.County == county).ToList();
        if (meant is [var only])
            return only;
        var counties = string.Join(texts["list.comma"], all.Select(plot => County(plot, texts)));
        throw new UsageException(
            all.Count == 0
                ? texts.Fill("cli.no-plot", _ => asked)
                : texts.Fill(
                    meant.Count == 0 ? "cli.plot-elsewhere" : "cli.plot-ambiguous",
                    place =>
                        place switch
                        {
                            "value" => asked,
                            "county" => county,
                            _ => counties,
                        }
                )
        );
    }

    /// <summary>The same, by its name in a store.</summary>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public static PlotKey Of(IPlotStore store, string asked, string? county, Texts texts) =>
        Of([.. store.Named(asked).Select(PlotKey.Of)], asked, county, texts);

    /// <summary>Its code; a plot without one is named as its id names it, by which it can be asked for.</summary>
    private static string County(PlotKey plot, Texts texts) =>
        plot.County.Length > 0 ? plot.County : texts.Fill("cli.plot-no-county", _ => plot.ToString());
}
