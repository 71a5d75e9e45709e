using LandLedger.Fields;

namespace LandLedger.Acreage;

/// <summary>What mu are counted by.</summary>
public enum AcreageBy
{
    Zone,

    /// <summary>Group of the granted use.</summary>
    Use,
    Category,
    Stage,
    Town,
    Holder,
}

/// <summary>One line of the table: a key for each dimension (a name or a code, null where the fact is unknown) and the sum.</summary>
public sealed record AcreageRow(IReadOnlyList<string?> Keys, AcreageSum Sum);

/// <summary>
/// Plots and mu by one to three dimensions (面积汇总). Sums are exact and the rows add up to <see cref="Total"/>; when they are
/// shown rounded, <see cref="Remainder"/> is what the rounded rows lack to the rounded total.
/// </summary>
public sealed record AcreageTable(IReadOnlyList<AcreageBy> By, IReadOnlyList<AcreageRow> Rows, AcreageSum Total)
{
    /// <summary>Counts and adds up, one pass over the evaluations.</summary>
    /// <exception cref="ArgumentException">No dimension, more than three, or one twice.</exception>
    public static AcreageTable Of(IEnumerable<Evaluation> evaluations, IReadOnlyList<AcreageBy> by)
    {
        if (by.Count is < 1 or > 3 || by.Distinct().Count() != by.Count)
            throw new ArgumentException("One to three different dimensions.", nameof(by));
        var sums = new Dictionary<(string?, string?, string?), AcreageSum>();
        var total = default(AcreageSum);
        foreach (var evaluation in evaluations)
        {
            var key = (Key(0), Key(1), Key(2));
            var sum = AcreageSum.Of(evaluation.Plot);
            sums[key] = sums.GetValueOrDefault(key) + sum;
            total += sum;

            string? Key(int index) => index < by.Count ? KeyOf(evaluation, by[index]) : null;
        }
        var rows = sums.OrderBy(pair => pair.Key.Item1, UnknownLast)
            .ThenBy(pair => pair.Key.Item2, UnknownLast)
            .ThenBy(pair => pair.Key.Item3, UnknownLast)
            .Select(pair => new AcreageRow(
                new[] { pair.Key.Item1, pair.Key.Item2, pair.Key.Item3 }[..by.Count],
                pair.Value
            ));
        return new([.. by], [.. rows], total);
    }

    /// <summary>Dimensions from "zone,use,category"; null when a name is foreign, stands twice, or there are none or over three.</summary>
    public static IReadOnlyList<AcreageBy>? Parse(string text)
    {
        var by = new List<AcreageBy>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Enum.TryParse<AcreageBy>(name, ignoreCase: true, out var dimension) || !char.IsLetter(name[0]))
                return null;
            if (by.Count == 3 || by.Contains(dimension))
                return null;
            by.Add(dimension);
        }
        return by;
    }

    /// <summary>Rounded total less the sum of the rounded rows.</summary>
    public Remainder Remainder(int decimals) => Acreage.Remainder.Of(Rows.Select(row => row.Sum), decimals);

    private static string? KeyOf(Evaluation evaluation, AcreageBy by) =>
        by switch
        {
            AcreageBy.Zone => evaluation.Plot.Zone,
            AcreageBy.Use => evaluation.Plot.GrantedUse is { } use ? Codes.Of(use.Group) : null,
            AcreageBy.Category => Codes.Of(evaluation.Category),
            AcreageBy.Stage => Codes.Of(evaluation.Plot.Stage),
            AcreageBy.Town => evaluation.Plot.Town,
            AcreageBy.Holder => evaluation.Plot.Holder,
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        };

    private static readonly Comparer<string?> UnknownLast = Comparer<string?>.Create(
        (left, right) =>
            left is null ? (right is null ? 0 : 1)
            : right is null ? -1
            : string.CompareOrdinal(left, right)
    );
}
