using System.Collections.Concurrent;
using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Metrics;
using LandLedger.Office;
using LandLedger.Rules;
using LandLedger.Service.People;

namespace LandLedger.Service;

/// <summary>
/// The plots of the store as the service judges them. What firms add up to is shared out once for each state of the store, its cases
/// are read once, and the numbers of a day are looked up once, so that a page costs what is on it.
/// </summary>
internal sealed class WholePark(ServiceOptions options, OpenStore store)
{
    private const int MostDays = 64;
    private const int MostSights = 64;

    private readonly ConcurrentDictionary<DateOnly, Evaluator> _evaluators = new();
    private readonly Lock _lock = new();
    private volatile Shares? _shares;

    /// <summary>What firms add up to, which numbers name several plots, and the cases.</summary>
    /// <param name="Stamp">What is looked at to tell whether the store has changed.</param>
    /// <param name="State">The one state of which all was read; null where an import committed in between.</param>
    private sealed record Shares(
        IPlotStore Of,
        string Stamp,
        string? State,
        SharingResult Firms,
        IReadOnlySet<string> Numbers,
        DayCases Cases
    )
    {
        /// <summary>What those see of it who do not see all.</summary>
        public ConcurrentDictionary<Sight, SeenParts> Seen { get; } = new();
    }

    public IPlotStore Store => store.Get();

    /// <summary>The park on a day, as the store is now.</summary>
    public ParkDay On(DateOnly asOf) => On(asOf, SharedOut());

    /// <summary>What lists and maps of a day rest on, for those of a sight.</summary>
    public ListBasis Basis(DateOnly asOf, Sight sight) => Basis(asOf, sight, SharedOut());

    /// <summary>The same for those who name no plot: the store is not looked at.</summary>
    public ListBasis Head(DateOnly asOf) => ListBasis.Of(options.Rules, asOf, options.Store.Name);

    /// <summary>A box that holds all outlines that those of a sight see, or the points in their place.</summary>
    public Box? Extent(Sight sight) => sight.IsOfStore ? Store.Extent() : SeenBy(sight, SharedOut()).Extent.Value;

    /// <summary>The park on a day and what its lists rest on, as a store was in a state; null where the store has gone on.</summary>
    public (ParkDay Day, ListBasis Basis)? At(IPlotStore opened, string state, DateOnly asOf, Sight sight)
    {
        // What is known of just this state needs no look at the store.
        var shares = _shares is { } known && known.Of == opened && known.State == state ? known : SharedOut();
        if (shares.Of != opened || shares.State != state)
        {
            // A stamp may be late.
            if (opened.State() != state)
                return null;
            lock (_lock)
                shares = _shares = Read(opened, opened.Stamp());
        }
        return shares.State == state ? (On(asOf, shares), Basis(asOf, sight, shares)) : null;
    }

    private ParkDay On(DateOnly asOf, Shares shares)
    {
        if (_evaluators.Count > MostDays)
            _evaluators.Clear();
        return new(_evaluators.GetOrAdd(asOf, day => new(options.Rules, day)), shares.Firms, shares.Cases.On(asOf));
    }

    private ListBasis Basis(DateOnly asOf, Sight sight, Shares shares) =>
        Head(asOf) with
        {
            SharedNumbers = sight.Scope.IsAll ? shares.Numbers : SeenBy(sight, shares).Numbers.Value,
        };

    private static SeenParts SeenBy(Sight sight, Shares shares)
    {
        if (shares.Seen.Count > MostSights)
            shares.Seen.Clear();
        return shares.Seen.GetOrAdd(
            sight,
            seen =>
            {
                var store = new SeenStore(shares.Of, seen);
                return new(new(store.SharedNumbers), new(store.Extent));
            }
        );
    }

    /// <summary>What is looked up once for those of a sight.</summary>
    internal sealed record SeenParts(Lazy<IReadOnlySet<string>> Numbers, Lazy<Box?> Extent);

    private Shares SharedOut()
    {
        var current = Store;
        var stamp = current.Stamp();
        lock (_lock)
        {
            if (_shares is null || _shares.Of != current || _shares.Stamp != stamp)
                _shares = Read(current, stamp);
            return _shares;
        }
    }

    private static Shares Read(IPlotStore current, string stamp)
    {
        var state = current.State();
        var (firms, numbers) = (Sharing.Of(current.Firms()), current.SharedNumbers());
        var cases = new DayCases(
            [.. new CaseBook(current, OfficeBook.CalendarOf(current.Ledger)).List(CaseQuery.All)],
            MostDays
        );
        return new(current, stamp, current.State() == state ? state : null, firms, numbers, cases);
    }
}
