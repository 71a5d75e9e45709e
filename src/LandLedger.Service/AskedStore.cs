using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Service.Http;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service;

/// <summary>The whole store as it had been recorded at the time that a request names; as it is where it names none.</summary>
internal sealed class AskedStore : IDisposable
{
    private readonly RecordedStore? _recorded;

    private AskedStore(IPlotStore store, RecordedStore? recorded) => (Store, _recorded) = (store, recorded);

    public IPlotStore Store { get; }

    public bool IsOfThen => _recorded is not null;

    /// <summary>Opens it; or why not: what was recorded when is a matter of history, and nothing may have been recorded by then.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static (AskedStore? Asked, Problem? Problem) Of(Query query, Park park, HttpRequest request)
    {
        if (query.Of(Parameters.Recorded) is not { } time)
            return (new(park.Opened, null), null);
        if (Caller.Of(request).Refusal(Right.History, FieldGroups.None) is { } refusal)
            return (null, refusal);
        return RecordedStore.Of(park.Opened.Ledger, park.Opened.Cases, time) is { } then
            ? (new(then.Store, then), null)
            : (null, new("recorded-none", ("recorded", LedgerRow.Time(time))));
    }

    public void Dispose() => _recorded?.Dispose();
}
