using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// Rows that belong to a stream of parents, both in the order of the same key, walked side by side: one query for all
/// parents instead of one for each. The key is in the first columns of the child rows.
/// </summary>
internal sealed class ChildRows<T>(Statement children, Func<Statement, T> read, params int[] parentKey)
{
    private readonly List<T> _found = [];
    private bool _started;
    private bool _ended;

    /// <summary>The children of the parent row that the statement stands on.</summary>
    public IReadOnlyList<T> Of(Statement parent)
    {
        if (!_started)
        {
            _started = true;
            Next();
        }
        while (!_ended)
        {
            var order = Compare(parent);
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

    private int Compare(Statement parent)
    {
        for (var i = 0; i < parentKey.Length; i++)
        {
            var order = children.Utf8(i).SequenceCompareTo(parent.Utf8(parentKey[i]));
            if (order != 0)
                return order;
        }
        return 0;
    }
}
