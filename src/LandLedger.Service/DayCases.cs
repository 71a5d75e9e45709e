using System.Collections.Concurrent;
using LandLedger.Cases;

namespace LandLedger.Service;

/// <summary>The cases of one state of a store, as they stand on each day that is asked for.</summary>
/// <param name="mostDays">Days that are kept.</param>
internal sealed class DayCases(IReadOnlyList<BookedCase> cases, int mostDays)
{
    private readonly ConcurrentDictionary<DateOnly, ParkCases> _days = new();

    public ParkCases On(DateOnly day)
    {
        if (cases.Count == 0)
            return ParkCases.None;
        if (_days.Count > mostDays)
            _days.Clear();
        return _days.GetOrAdd(day, asked => ParkCases.On(asked, cases));
    }
}
