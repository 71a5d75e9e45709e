using System.Collections;
using System.Runtime.CompilerServices;

namespace LandLedger.Filters;

/// <summary>Operands in a row, never changed; equal when their items are, in order.</summary>
[CollectionBuilder(typeof(Operands), nameof(Of))]
public sealed class Operands : IReadOnlyList<Operand>, IEquatable<Operands>
{
    private readonly Operand[] _items;

    private Operands(Operand[] items) => _items = items;

    public int Count => _items.Length;

    public Operand this[int index] => _items[index];

    public static Operands Of(ReadOnlySpan<Operand> items) => new(items.ToArray());

    public IEnumerator<Operand> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Operands? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as Operands);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}
