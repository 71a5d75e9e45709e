using LandLedger.Import;
using LandLedger.Service.Http;

namespace LandLedger.Service.Plots;

/// <summary>The one plot that a request names, judged; or why there is not one.</summary>
/// <param name="Stored">As the store has it: with its own yearly figures alone.</param>
internal readonly record struct FoundPlot(Evaluation? Evaluation, Plot? Stored, Problem? Problem)
{
    /// <summary>
    /// By the id in the path, as of the day and in the county of the query. An id is a plot's number, or its county and number where
    /// other plots share the number.
    /// </summary>
    public static FoundPlot Of(string id, Query query, Park park, ServiceOptions options)
    {
        var number = Links.Part(id);
        var asOf = query.Of(Parameters.AsOf) ?? options.Today;
        var stored = park.Store.Named(number);
        if (query.Of(Parameters.County) is { } county)
            stored = [.. stored.Where(plot => plot.County == county)];
        var found = park.Of(stored, asOf);
        return found switch
        {
            [var one] => new(one, stored.First(plot => plot.County == one.Plot.County), null),
            [] => new(null, null, Unknown(number)),
            _ => new(null, null, Ambiguous(number, found.Select(evaluation => PlotKey.Of(evaluation.Plot)))),
        };
    }

    /// <summary>Its key alone, whatever day it is in the register on; or why there is not one.</summary>
    public static (PlotKey? Plot, Problem? Problem) KeyOf(string id, Query query, Park park)
    {
        var number = Links.Part(id);
        var keys = park.Store.Named(number).Select(PlotKey.Of).ToList();
        if (query.Of(Parameters.County) is { } county)
            keys.RemoveAll(key => key.County != county);
        return keys switch
        {
            [var key] => (key, null),
            [] => (null, Unknown(number)),
            _ => (null, Ambiguous(number, keys)),
        };
    }

    public static Problem Unknown(string number) => new("plot-unknown", ("plot", number));

    /// <summary>Plots of several counties have the number that was asked for.</summary>
    public static Problem Ambiguous(string number, IEnumerable<PlotKey> plots) =>
        new("plot-ambiguous", ("plot", number), ("counties", string.Join(", ", plots.Select(plot => plot.County))));
}
