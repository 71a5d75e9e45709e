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

    /// <summary>The store, opened anew when there was trouble with it or its file was away.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public IPlotStore Get()
    {
        lock (_lock)
        {
            if (!_doubted && _place.IsThere)
                return _store;
            _doubted = true;
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

    /// <summary>Another text whenever an answer may be another; null while nobody can tell.</summary>
    public string? Stamp()
    {
        try
        {
            return Opened + "." + Get().Stamp();
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
        using var fresh = _place.Open(StoreMode.Read);
        _ = fresh.Plots(new PlotQuery { Limit = 1 }).Any();
    }

    public void Dispose()
    {
        _before?.Dispose();
        _store.Dispose();
    }
}
