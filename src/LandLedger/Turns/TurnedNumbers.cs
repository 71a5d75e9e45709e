using System.Collections.Concurrent;
using LandLedger.Rules;

namespace LandLedger.Turns;

/// <summary>What the law brought between two days: the numbers that differ, each tried alone.</summary>
internal sealed class TurnedNumbers
{
    private readonly RuleSet _before;
    private readonly Func<RuleSet, ParkDay> _day;
    private readonly List<TurnedNumber> _changed = [];
    private readonly ConcurrentDictionary<string, ParkDay> _alone = new(StringComparer.Ordinal);

    /// <summary>Looks up the numbers of both days.</summary>
    /// <param name="day">Judges on the later day.</param>
    public TurnedNumbers(TurnSide from, TurnSide to, Func<RuleSet, ParkDay> day)
    {
        _day = day;
        var before = InForce(from);
        _before = With(from.Rules, before.Values);
        OfBefore = day(_before);
        if ((from.Rules.Id, from.Rules.Version) != (to.Rules.Id, to.Rules.Version))
            return;
        var after = InForce(to);
        foreach (var id in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            if ((old?.Numerator, old?.Denominator, old?.Unit) != (now?.Numerator, now?.Denominator, now?.Unit))
                _changed.Add(new(id, old, now));
        }
    }

    /// <summary>Judges on the later day by the numbers that were in force on the earlier one.</summary>
    public ParkDay OfBefore { get; }

    /// <summary>The numbers that turn the plot from that class when they alone are those of the later day; all where no single one does.</summary>
    public IReadOnlyList<TurnedNumber> Of(Plot plot, Category? from)
    {
        var turning = _changed.Where(number => ClassTurns.ClassOf(Alone(number), plot) != from).ToList();
        return turning.Count > 0 ? turning : _changed;
    }

    private ParkDay Alone(TurnedNumber number) =>
        _alone.GetOrAdd(
            number.Id,
            id =>
            {
                var others = _before.Thresholds.Where(other => other.Id != id);
                return _day(With(_before, number.New is { } now ? others.Append(now) : others));
            }
        );

    private static Dictionary<string, Threshold> InForce(TurnSide side) =>
        side.Rules.On(side.AsOf).InForce.ToDictionary(number => number.Id, StringComparer.Ordinal);

    /// <summary>The package as if these numbers, and no others, were in force on every day.</summary>
    private static RuleSet With(RuleSet rules, IEnumerable<Threshold> numbers) =>
        rules with
        {
            Thresholds = [.. numbers.Select(number => number with { From = DateOnly.MinValue, To = null })],
        };
}
