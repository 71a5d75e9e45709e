using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// Rows that belong to a stream of parents, both in the order of the same key of two texts, walked side by side: one query for
/// all parents instead of one for each. The key is in the first two columns of the child rows.
/// </summary>
internal sealed class ChildRows<T>(Statement children, Func<Statement, T> read)
{
    private readonly List<T> _found = [];
    private bool _started;
    private bool _ended;

    /// <summary>The children of the parent with that key, which must not come before the last one asked for.</summary>
    public IReadOnlyList<T> Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (!_started)
        {
            _started = true;
            Next();
        }
        while (!_ended)
        {
            var order = children.Utf8(0).SequenceCompareTo(first);
            if (order == 0)
                order = children.Utf8(1).SequenceCompareTo(second);
            if (order > 0)
                break;
            if (order == 0)
                _found.Add(read(children));
            Next();
        }
        if (_found.Count == 0)
            return [];
        var found = _found.ToArray();
        _found.Clear();
        return found;
    }

    private void Next()
    {
        if (children.Step())
            return;
        _ended = true;
        children.Reset();
    }
}
