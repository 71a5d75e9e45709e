using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Rules;
using LandLedger.Service.People;
using LandLedger.Streams;

namespace LandLedger.Service;

/// <summary>The plots that the user of a request sees, as the service judges them. One for each request; nobody sees anything of it before he has come in.</summary>
internal sealed class Park(WholePark whole)
{
    private Sight? _sight;
    private IPlotStore? _opened;
    private IPlotStore? _store;

    /// <summary>From now on it is as this user sees it.</summary>
    public void ShowTo(User user) => _sight = Sight.Of(user);

    public Sight Sight => _sight ?? throw new InvalidOperationException("Nobody has come in");

    /// <summary>The store itself, for what is kept of it and written to it.</summary>
    public IPlotStore Opened => _opened ??= whole.Store;

    /// <summary>The store as the user sees it.</summary>
    public IPlotStore Store => _store ??= Sight.IsOfStore ? Opened : new SeenStore(Opened, Sight);

    /// <summary>The park on a day, as the store is now.</summary>
    public ParkDay On(DateOnly asOf) => whole.On(asOf);

    /// <summary>All plots that are in the register on the day, in order of their key.</summary>
    public Stretched<Evaluation> All(DateOnly asOf, bool shapes, CancellationToken cancel) =>
        On(asOf).Evaluate(Store.Plots(new PlotQuery { Shapes = shapes, Ended = true }, cancel), cancel);

    /// <summary>Those of some plots that are in the register on the day, judged.</summary>
    public IReadOnlyList<Evaluation> Of(IReadOnlyList<Plot> plots, DateOnly asOf) => [.. On(asOf).OneByOne(plots)];

    /// <summary>What lists and maps of a day rest on.</summary>
    public ListBasis Basis(DateOnly asOf) => whole.Basis(asOf, Sight);

    /// <summary>The same for those who name no plot: the store is not looked at.</summary>
    public ListBasis Head(DateOnly asOf) => whole.Head(asOf);

    /// <summary>A box that holds the outlines of all plots, ended ones too; null when there is none.</summary>
    public Box? Extent() => whole.Extent(Sight);

    /// <summary>The park on a day and what its lists rest on, as the store was in a state; null where it has gone on.</summary>
    public (ParkDay Day, ListBasis Basis)? At(string state, DateOnly asOf) => whole.At(Opened, state, asOf, Sight);
}
