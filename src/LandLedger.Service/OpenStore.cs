using LandLedger.GeoPackage;
using LandLedger.Import;

namespace LandLedger.Service;

/// <summary>
/// The one store of the service, open while it can be read. When it goes away, requests are refused with its reason; when it is
/// back it is opened again, by the next request.
/// </summary>
internal sealed class OpenStore : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _path;
    private GeoPackageStore _store;
    private GeoPackageStore? _before;
    private bool _doubted;

    /// <summary>Opens it.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public OpenStore(ServiceOptions options)
    {
        _path = options.Store;
        _store = GeoPackageStore.Open(_path, StoreMode.Write);
    }

    /// <summary>Rises each time that the file is opened again.</summary>
    public int Opened { get; private set; }

    /// <summary>The store, opened anew when there was trouble with it or its file was away.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public IPlotStore Get()
    {
        lock (_lock)
        {
            if (!_doubted && File.Exists(_path))
                return _store;
            _doubted = true;
            var fresh = GeoPackageStore.Open(_path, StoreMode.Write);
            // Requests under way may still read from the one before.
            _before?.Dispose();
            _before = _store;
            _store = fresh;
            Opened++;
            _doubted = false;
            return fresh;
        }
    }

    /// <summary>Something went wrong with it: unless it was only busy or may not be written, the next to ask opens it anew.</summary>
    public void Doubt(StoreException trouble)
    {
        lock (_lock)
            _doubted |= trouble.Code is not ("locked" or "full" or "read-only");
    }

    /// <summary>Reads the file as a newcomer would.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public void Probe()
    {
        using var fresh = GeoPackageStore.Open(_path, StoreMode.Read);
        _ = fresh.Plots(new PlotQuery { Limit = 1 }).Any();
    }

    public void Dispose()
    {
        _before?.Dispose();
        _store.Dispose();
    }
}
