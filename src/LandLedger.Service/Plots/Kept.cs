using System.Collections.Concurrent;

namespace LandLedger.Service.Plots;

/// <summary>
/// What is kept in at most so many bytes. Where room is needed the oldest goes, unless it has been asked for since it was looked at last:
/// then it counts as new. Safe for use by several threads; to find something takes no lock.
/// </summary>
internal sealed class Kept<TKey, TValue>(long most, Func<TValue, long> size)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<TKey, Entry> _entries = [];
    private readonly Queue<TKey> _byAge = [];
    private long _size;

    /// <summary>Whether a sixteenth of the room is left.</summary>
    public bool HasRoom => Interlocked.Read(ref _size) < most - (most / 16);

    public TValue? Find(TKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
            return null;
        entry.IsAsked = true;
        return entry.Value;
    }

    /// <summary>What would take more than half of the room is not kept.</summary>
    public void Keep(TKey key, TValue value)
    {
        var bytes = size(value);
        if (bytes > most / 2)
            return;
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var before))
                _size -= size(before.Value);
            else
                _byAge.Enqueue(key);
            _entries[key] = new(value);
            for (_size += bytes; _size > most; )
                GiveUp(_byAge.Dequeue());
        }
    }

    private void GiveUp(TKey oldest)
    {
        var entry = _entries[oldest];
        if (entry.IsAsked)
        {
            entry.IsAsked = false;
            _byAge.Enqueue(oldest);
            return;
        }
        _entries.TryRemove(oldest, out _);
        _size -= size(entry.Value);
    }

    private sealed class Entry(TValue value)
    {
        public TValue Value => value;

        public bool IsAsked { get; set; }
    }
}
