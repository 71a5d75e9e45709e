using System.Globalization;
using LandLedger.Fields;

namespace LandLedger.Acreage;

/// <summary>What mu are counted by.</summary>
public enum AcreageBy
{
    Zone,

    /// <summary>Group of the granted use; a use on record whose group nobody can tell is <c>unclear</c>.</summary>
    Use,

    /// <summary>The class that counts (<see cref="Evaluation.CountsAs"/>).</summary>
    Category,
    Stage,
    Town,
    Holder,

    /// <summary>Year of supply (供应年度): in which the contract was signed or the land allocated.</summary>
    Year,
}

/// <summary>
/// One line of the table: a key for each dimension (a name or a code, null where the fact is unknown), the sum, and the numbers of
/// its plots where they were asked for.
/// </summary>
public sealed record AcreageRow(IReadOnlyList<string?> Keys, AcreageSum Sum, IReadOnlyList<string>? Plots);

/// <summary>Plots and mu by one to <see cref="MostBy"/> dimensions (面积汇总). Sums are exact and the rows add up to <see cref="Total"/>.</summary>
public sealed record AcreageTable(IReadOnlyList<AcreageBy> By, IReadOnlyList<AcreageRow> Rows, AcreageSum Total)
{
    /// <summary>Most dimensions of a table.</summary>
    public const int MostBy = 4;

    /// <summary>Counts and adds up, one pass over the evaluations. Rows are in order of their keys, the unknown last.</summary>
    /// <param name="plots">Whether each row names its plots, in the order given.</param>
    /// <exception cref="ArgumentException">No dimension, more than <see cref="MostBy"/>, or one twice.</exception>
    public static AcreageTable Of(IEnumerable<Evaluation> evaluations, IReadOnlyList<AcreageBy> by, bool plots = false)
    {
        if (by.Count is < 1 or > MostBy || by.Distinct().Count() != by.Count)
            throw new ArgumentException($"One to {MostBy} different dimensions.", nameof(by));
        var parts = new Dictionary<(string?, string?, string?, string?), Part>();
        var total = default(AcreageSum);
        foreach (var evaluation in evaluations)
        {
            var key = (Key(0), Key(1), Key(2), Key(3));
            if (!parts.TryGetValue(key, out var part))
                parts[key] = part = new();
            var sum = AcreageSum.Of(evaluation.Plot);
            part.Sum += sum;
            total += sum;
            if (plots)
                part.Plots.Add(evaluation.Plot.Number);

            string? Key(int index) => index < by.Count ? KeyOf(evaluation, by[index]) : null;
        }
        var rows = parts
            .OrderBy(pair => pair.Key.Item1, UnknownLast)
            .ThenBy(pair => pair.Key.Item2, UnknownLast)
            .ThenBy(pair => pair.Key.Item3, UnknownLast)
            .ThenBy(pair => pair.Key.Item4, UnknownLast)
            .Select(pair => new AcreageRow(
                new[] { pair.Key.Item1, pair.Key.Item2, pair.Key.Item3, pair.Key.Item4 }[..by.Count],
                pair.Value.Sum,
                plots ? pair.Value.Plots : null
            ));
        return new([.. by], [.. rows], total);
    }

    /// <summary>
    /// Dimensions from "zone,use,year"; null when a name is foreign, stands twice, or there are none or more than <see cref="MostBy"/>.
    /// </summary>
    public static IReadOnlyList<AcreageBy>? Parse(string text)
    {
        var by = new List<AcreageBy>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Enum.TryParse<AcreageBy>(name, ignoreCase: true, out var dimension) || !char.IsLetter(name[0]))
                return null;
            if (by.Count == MostBy || by.Contains(dimension))
                return null;
            by.Add(dimension);
        }
        return by;
    }

    /// <summary>Rounded total less the sum of the rounded rows.</summary>
    public Remainder Remainder(int decimals) => Acreage.Remainder.Of(Rows.Select(row => row.Sum), decimals);

    private static string? KeyOf(Evaluation evaluation, AcreageBy by) =>
        by is AcreageBy.Use or AcreageBy.Stage or AcreageBy.Holder or AcreageBy.Year
        && evaluation.Plot.IsGrantedAfter(evaluation.AsOf)
            ? null
            : KnownKeyOf(evaluation, by);

    private static string? KnownKeyOf(Evaluation evaluation, AcreageBy by) =>
        by switch
        {
            AcreageBy.Zone => evaluation.Plot.Zone,
            AcreageBy.Use => evaluation.Plot.GrantedUse is { } use ? Codes.Of(use.Group) ?? UnclearUse : null,
            AcreageBy.Category => Codes.Of(evaluation.CountsAs),
            AcreageBy.Stage => Codes.Of(evaluation.Plot.Stage),
            AcreageBy.Town => evaluation.Plot.Town,
            AcreageBy.Holder => evaluation.Plot.Holder,
            AcreageBy.Year => evaluation.Plot.Grant.SignedOn is { } signed
                ? signed.Year.ToString(CultureInfo.InvariantCulture)
                : null,
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        };

    /// <summary>The key of uses that are on record and of which no list of uses tells the group, or that are of several.</summary>
    private const string UnclearUse = "unclear";

    private static readonly Comparer<string?> UnknownLast = Comparer<string?>.Create(
        (left, right) =>
            left is null ? (right is null ? 0 : 1)
            : right is null ? -1
            : string.CompareOrdinal(left, right)
    );

    private sealed class Part
    {
        public AcreageSum Sum { get; set; }

        public List<string> Plots { get; } = [];
    }
}
