using System.Collections.Concurrent;

namespace LandLedger.Service.Plots;

/// <summary>
/// What is kept in at most so many bytes, in two halves: when the newer one is full, the older one is given up and the newer one takes
/// its place; what is found in the older one moves to the newer. So what is asked for again stays, and giving up costs nothing. Safe for
/// use by several threads.
/// </summary>
internal sealed class Halves<TKey, TValue>(long most, Func<TValue, long> size)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private volatile ConcurrentDictionary<TKey, TValue> _newer = [];
    private volatile ConcurrentDictionary<TKey, TValue> _older = [];
    private long _size;

    public TValue? Find(TKey key)
    {
        if (_newer.TryGetValue(key, out var found))
            return found;
        if (!_older.TryGetValue(key, out found))
            return null;
        Keep(key, found);
        return found;
    }

    /// <summary>What is larger than a half is not kept.</summary>
    public void Keep(TKey key, TValue value)
    {
        var bytes = size(value);
        if (bytes > most / 2)
            return;
        lock (_lock)
        {
            if (_newer.TryGetValue(key, out var before))
                bytes -= size(before);
            if (_size + bytes > most / 2)
                (_older, _newer, _size, bytes) = (_newer, [], 0, size(value));
            _newer[key] = value;
            _size += bytes;
        }
    }
}
