using LandLedger.Import;
using LandLedger.Service.Http;

namespace LandLedger.Service.Plots;

/// <summary>The one plot that a request names, judged; or why there is not one.</summary>
internal readonly record struct FoundPlot(Evaluation? Evaluation, Problem? Problem)
{
    /// <summary>
    /// By the id in the path, as of the day and in the county of the query. An id is a plot's number, or its county and number where
    /// other plots share the number.
    /// </summary>
    public static FoundPlot Of(string id, Query query, Park park, ServiceOptions options)
    {
        var number = Links.Part(id);
        var asOf = query.Of(Parameters.AsOf) ?? options.Today;
        var found = park.Named(number, asOf);
        if (query.Of(Parameters.County) is { } county)
            found = [.. found.Where(evaluation => evaluation.Plot.County == county)];
        return found switch
        {
            [var one] => new(one, null),
            [] => new(null, new("plot-unknown", ("plot", number))),
            _ => new(null, Ambiguous(number, found.Select(evaluation => PlotKey.Of(evaluation.Plot)))),
        };
    }

    /// <summary>Plots of several counties have the number that was asked for.</summary>
    public static Problem Ambiguous(string number, IEnumerable<PlotKey> plots) =>
        new("plot-ambiguous", ("plot", number), ("counties", string.Join(", ", plots.Select(plot => plot.County))));
}
