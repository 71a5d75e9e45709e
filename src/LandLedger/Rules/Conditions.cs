using System.Collections;

namespace LandLedger.Rules;

/// <summary>The conditions of one finding, in the order in which the rule looked at them: a part of the evaluation's one array.</summary>
public readonly struct Conditions : IReadOnlyList<Condition>
{
    private readonly Condition[]? _all;
    private readonly int _start;

    public Conditions(params Condition[] all)
        : this(all, 0, all.Length) { }

    internal Conditions(Condition[] all, int start, int count) => (_all, _start, Count) = (all, start, count);

    public int Count { get; }

    public Condition this[int index] => AsSpan()[index];

    public ReadOnlySpan<Condition> AsSpan() => new(_all, _start, Count);

    public ReadOnlySpan<Condition>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<Condition> IEnumerable<Condition>.GetEnumerator() =>
        (_all ?? []).Skip(_start).Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Condition>)this).GetEnumerator();
}
