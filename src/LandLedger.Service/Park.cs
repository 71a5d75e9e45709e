using System.Collections.Concurrent;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Metrics;
using LandLedger.Rules;
using LandLedger.Streams;

namespace LandLedger.Service;

/// <summary>
/// The plots of the store as the service judges them. What firms add up to is shared out once for each state of the store, and
/// the numbers of a day are looked up once, so that a page costs what is on it.
/// </summary>
internal sealed class Park(ServiceOptions options, OpenStore store)
{
    private const int MostDays = 64;

    private readonly ConcurrentDictionary<DateOnly, Evaluator> _evaluators = new();
    private readonly Lock _lock = new();
    private Shares? _shares;

    private sealed record Shares(
        State State,
        IReadOnlyDictionary<string, IReadOnlyList<PlotYear>> ByPlot,
        IReadOnlySet<string> Numbers
    );

    /// <summary>What the store holds changes by opening another or by an import.</summary>
    private readonly record struct State(int Opened, string Stamp);

    public IPlotStore Store => store.Get();

    /// <summary>The park on a day, as the store is now.</summary>
    public ParkDay On(DateOnly asOf)
    {
        if (_evaluators.Count > MostDays)
            _evaluators.Clear();
        return new(_evaluators.GetOrAdd(asOf, day => new(options.Rules, day)), SharedOut().ByPlot);
    }

    /// <summary>All plots that are in the register on the day, in order of their key.</summary>
    public Stretched<Evaluation> All(DateOnly asOf, bool shapes, CancellationToken cancel) =>
        On(asOf).Evaluate(Store.Plots(new PlotQuery { Shapes = shapes, Ended = true }, cancel), cancel);

    public IReadOnlyList<Evaluation> Find(string number, DateOnly asOf) => [.. On(asOf).OneByOne(Store.Find(number))];

    /// <summary>What lists and maps of a day rest on.</summary>
    public ListBasis Basis(DateOnly asOf) =>
        ListBasis.Of(options.Rules, asOf, options.Store.Name) with
        {
            SharedNumbers = SharedOut().Numbers,
        };

    private Shares SharedOut()
    {
        var current = Store;
        var state = new State(store.Opened, current.Stamp());
        lock (_lock)
        {
            if (_shares is null || _shares.State != state)
                _shares = new(state, Sharing.Of(current.Firms()).ByPlot, current.SharedNumbers());
            return _shares;
        }
    }
}
