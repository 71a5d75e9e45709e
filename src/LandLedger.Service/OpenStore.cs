using LandLedger.Import;

namespace LandLedger.Service;

/// <summary>
/// The one store of the service, open while it can be read. When it goes away, requests are refused with its reason; when it is
/// back it is opened again, by the next request.
/// </summary>
internal sealed class OpenStore : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StorePlace _place;
    private IPlotStore _store;
    private IPlotStore? _before;
    private bool _doubted;

    /// <summary>Opens it.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public OpenStore(ServiceOptions options)
    {
        _place = options.Store;
        _store = _place.Open(StoreMode.Write);
    }

    /// <summary>Rises each time that the store is opened again.</summary>
    public int Opened { get; private set; }

    /// <summary>The store, opened anew when there was trouble with it.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public IPlotStore Get()
    {
        lock (_lock)
        {
            if (!_doubted)
                return _store;
            GiveUp(_store);
            var fresh = _place.Open(StoreMode.Write);
            // Requests under way may still read from the one before.
            _before?.Dispose();
            _before = _store;
            _store = fresh;
            Opened++;
            _doubted = false;
            return fresh;
        }
    }

    /// <summary>The store, and another text whenever an answer may be another.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public (IPlotStore Store, string Stamp) Stamped()
    {
        var store = Get();
        return (store, Opened + "." + store.Stamp());
    }

    /// <summary>That text; null while nobody can tell.</summary>
    public string? Stamp()
    {
        try
        {
            return Stamped().Stamp;
        }
        catch (StoreException)
        {
            return null;
        }
    }

    /// <summary>Something went wrong with it: unless it was only busy or may not be written, the next to ask opens it anew.</summary>
    public void Doubt(StoreException trouble)
    {
        lock (_lock)
            _doubted |= trouble.Code is not ("locked" or "full" or "read-only");
    }

    /// <summary>Reads the store as a newcomer would.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public void Probe()
    {
        GiveUp(Get());
        using var fresh = _place.Open(StoreMode.Read);
        _ = fresh.Plots(new PlotQuery { Limit = 1 }).Any();
    }

    /// <summary>A file that was replaced is given up by the next who reads it, with its log, before what stands in its place is opened.</summary>
    private void GiveUp(IPlotStore store)
    {
        try
        {
            if (_place.FilePath is not null)
                _ = store.State();
        }
        catch (StoreException trouble) when (trouble.Code != "locked")
        {
            // That there is trouble is known.
        }
    }

    public void Dispose()
    {
        _before?.Dispose();
        _store.Dispose();
    }
}
