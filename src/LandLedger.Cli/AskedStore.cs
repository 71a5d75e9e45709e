using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary>A store to be read as it is, or as it was recorded at some time.</summary>
internal sealed class AskedStore : IDisposable
{
    private readonly RecordedStore? _recorded;

    /// <summary>Opens it, or makes it.</summary>
    /// <param name="recorded">As it was recorded then; as it is when null.</param>
    /// <exception cref="UsageException">Nothing had been recorded by then.</exception>
    public AskedStore(StorePlace place, DateTimeOffset? recorded, Texts texts)
    {
        if (recorded is not { } time)
        {
            Store = place.Open(StoreMode.Read);
            return;
        }
        using var whole = place.Open(StoreMode.Read);
        _recorded =
            RecordedStore.Of(whole.Ledger, whole.Cases, time)
            ?? throw new UsageException(texts.Fill("cli.recorded.none", _ => LedgerRow.Time(time)));
        Store = _recorded.Store;
    }

    public IPlotStore Store { get; }

    public void Dispose()
    {
        if (_recorded is null)
            Store.Dispose();
        else
            _recorded.Dispose();
    }
}
