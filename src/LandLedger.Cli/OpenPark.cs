using LandLedger.Cli.Output;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Service;
using LandLedger.Streams;

namespace LandLedger.Cli;

/// <summary>A store opened to be judged by one package on one day.</summary>
internal sealed class OpenPark : IDisposable
{
    private readonly IPlotStore _store;
    private readonly Shell _shell;
    private Ticker? _ticker;

    public OpenPark(Shell shell, Texts texts, StorePlace place, RuleSet rules, DateOnly asOf)
    {
        _store = place.Open(StoreMode.Read);
        (_shell, Texts, Rules, AsOf) = (shell, texts, rules, asOf);
        Basis = ListBasis.Of(rules, asOf, place.Name);
    }

    public Texts Texts { get; }

    public RuleSet Rules { get; }

    public DateOnly AsOf { get; }

    public ListBasis Basis { get; }

    /// <summary>All plots judged, streamed; counted on a terminal that is free for it.</summary>
    /// <param name="shapes">Whether the outlines are wanted.</param>
    /// <param name="toFile">Whether the answer goes to a file and not to the standard output.</param>
    public Stretched<Evaluation> Evaluations(bool shapes, bool toFile)
    {
        var evaluations = ParkEvaluation.Of(_store, Rules, AsOf, new PlotQuery { Shapes = shapes });
        if (!_shell.ErrorIsTerminal || (!toFile && _shell.OutIsTerminal))
            return evaluations;
        _ticker = new(_shell, Texts);
        return evaluations.Through(_ticker.Count);
    }

    public IReadOnlyList<Evaluation> Find(string plot) => ParkEvaluation.Of(_store, Rules, AsOf, plot);

    public void Dispose()
    {
        _ticker?.Clear();
        _store.Dispose();
    }
}
