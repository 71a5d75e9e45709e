using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// Rows that belong to a stream of parents, both in the order of the same key of two texts, walked side by side: one query for
/// all parents instead of one for each. The key is in the first two columns of the child rows.
/// </summary>
internal sealed class ChildRows<T>(Statement children, Func<Statement, T> read)
{
    private readonly List<T> _found = [];
    private byte[] _key = new byte[64];
    private int _first;
    private int _length;
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
            var order = _key.AsSpan(0, _first).SequenceCompareTo(first);
            if (order == 0)
                order = _key.AsSpan(_first, _length - _first).SequenceCompareTo(second);
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

    /// <summary>Steps to the next child and keeps its key, with which most parents are only compared.</summary>
    private void Next()
    {
        if (!children.Step())
        {
            _ended = true;
            children.Reset();
            return;
        }
        var first = children.Utf8(0);
        var second = children.Utf8(1);
        (_first, _length) = (first.Length, first.Length + second.Length);
        if (_length > _key.Length)
            _key = new byte[_length * 2];
        first.CopyTo(_key);
        second.CopyTo(_key.AsSpan(_first));
    }
}
