using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>The children of a stretch of plots, read before these and walked beside them: both come in order of the number.</summary>
internal sealed class ChildRows<T>
{
    private readonly List<(byte[] Number, T Child)> _rows = [];
    private int _next;

    /// <summary>Reads the whole answer that the query stands on and leaves it.</summary>
    public ChildRows(Query query, ChildTable<T> table)
    {
        while (query.Next())
            _rows.Add((query.Row.Bytes(0).ToArray(), table.ReadAfterNumber(query.Row)));
        query.NextAnswer();
    }

    /// <summary>The children of the plot of that number, which must not come before the last one asked for.</summary>
    public IReadOnlyList<T> Of(ReadOnlySpan<byte> number)
    {
        while (_next < _rows.Count && _rows[_next].Number.AsSpan().SequenceCompareTo(number) < 0)
            _next++;
        var first = _next;
        while (_next < _rows.Count && number.SequenceEqual(_rows[_next].Number))
            _next++;
        if (_next == first)
            return [];
        var found = new T[_next - first];
        for (var i = 0; i < found.Length; i++)
            found[i] = _rows[first + i].Child;
        return found;
    }
}
