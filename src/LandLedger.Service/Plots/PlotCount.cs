using System.Text.Json;
using LandLedger.Import;

namespace LandLedger.Service.Plots;

/// <summary>How the plots that all pages of a query hold are counted; the codes are those of the parameter.</summary>
internal enum CountPolicy
{
    /// <summary>Not at all: a page costs what is on it.</summary>
    None,

    /// <summary>About, and soon; where only classes tell, not at all.</summary>
    Estimate,

    /// <summary>To the plot; where classes are sought, every plot that could be in one is judged.</summary>
    Exact,
}

/// <summary>The member <c>numberMatched</c> of a page, which is absent where the policy gives no number.</summary>
internal sealed class PlotCount(CountPolicy policy, PageQuery asked, Park park)
{
    private long? _counted;

    /// <summary>Counts before anything is answered, so that a count that takes too long becomes a problem.</summary>
    public void Take(CancellationToken cancel)
    {
        var query = asked.Plots();
        _counted = policy switch
        {
            CountPolicy.None => null,
            CountPolicy.Exact when asked.Sifts => Judged(query with { Shapes = asked.SiftsShapes }, cancel),
            CountPolicy.Exact => park.Store.Count(query, asked.Box, cancel),
            _ => asked.Sifts ? null : park.Store.Estimate(query, cancel),
        };
    }

    /// <summary>A page that is all there is counts itself, and no estimate is below what a page shows.</summary>
    public void Write(Utf8JsonWriter json, PlotPage page, long returned)
    {
        if (policy == CountPolicy.None)
            return;
        var matched =
            asked.After is null && page.Next is null ? returned
            : policy == CountPolicy.Estimate && _counted < returned ? returned
            : _counted;
        if (matched is { } number)
            json.WriteNumber("numberMatched", number);
    }

    private long Judged(PlotQuery query, CancellationToken cancel) =>
        park.On(asked.AsOf).Evaluate(park.Store.Plots(query, cancel), cancel).LongCount(asked.Takes);
}
