using LandLedger.Acreage;

namespace LandLedger.Turns;

/// <summary>Plots that went from one class to another, or stayed, by the areas that each evaluation has of them.</summary>
/// <param name="From">Null: not in the register.</param>
/// <param name="To">Null: not in the register.</param>
public sealed record TurnSum(Category? From, Category? To, AcreageSum Before, AcreageSum After);

/// <summary>
/// All plots of two evaluations by their class in each: the rows add up to both totals, those of one earlier class to its sum in the earlier
/// evaluation, those of one later class to its sum in the later one.
/// </summary>
public sealed class TurnSums
{
    private readonly SortedDictionary<(int From, int To), TurnSum> _rows = [];

    /// <summary>In order of the classes, plots that are not in the register last.</summary>
    public IReadOnlyList<TurnSum> Rows => [.. _rows.Values];

    /// <summary>The total of the earlier evaluation.</summary>
    public AcreageSum Before { get; private set; }

    /// <summary>The total of the later one.</summary>
    public AcreageSum After { get; private set; }

    internal void Add(Category? from, Category? to, Plot? before, Plot? after)
    {
        if (from is null && to is null)
            return;
        var was = from is null ? default : AcreageSum.Of(before!);
        var now = to is null ? default : AcreageSum.Of(after!);
        var key = (Place(from), Place(to));
        var row = _rows.GetValueOrDefault(key) ?? new(from, to, default, default);
        _rows[key] = row with { Before = row.Before + was, After = row.After + now };
        Before += was;
        After += now;
    }

    private static int Place(Category? category) => category is { } known ? (int)known : int.MaxValue;
}
