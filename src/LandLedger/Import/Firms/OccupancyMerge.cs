using LandLedger.Fields;

namespace LandLedger.Import.Firms;

/// <summary>
/// Lays what rows say of firms on plots over what is known: a blank cell keeps what was known. What two rows of one import state
/// otherwise of a firm, plot and year is in dispute and stays as it was before.
/// </summary>
internal sealed class OccupancyMerge
{
    private readonly Dictionary<(string Firm, string Plot, string? County, int? Year), Statement> _stated = [];

    /// <summary>The plots of a firm after a row.</summary>
    /// <param name="tell">Told of each thing that an earlier row stated otherwise.</param>
    public IReadOnlyList<Occupancy> Lay(
        IReadOnlyList<Occupancy> old,
        FirmStatement row,
        Action<OccupancyDispute> tell
    ) =>
        row.Occupancies.Count == 0
            ? old
            :
            [
                .. old.Where(known => !row.Occupancies.Any(said => IsSame(known, said)))
                    .Concat(
                        row.Occupancies.Select(said =>
                            Settled(row.Key, old.FirstOrDefault(o => IsSame(o, said)), said, row, tell)
                        )
                    )
                    .OrderBy(occupancy => occupancy.Plot, StringComparer.Ordinal)
                    .ThenBy(occupancy => occupancy.County, StringComparer.Ordinal)
                    .ThenBy(occupancy => occupancy.Year),
            ];

    private Occupancy Settled(
        string firm,
        Occupancy? before,
        Occupancy said,
        FirmStatement told,
        Action<OccupancyDispute> tell
    )
    {
        var row = told.Row;
        var after = Laid(before, said);
        var key = (firm, said.Plot, said.County, said.Year);
        if (!_stated.TryGetValue(key, out var statement))
        {
            _stated.Add(key, new(before, said, row.File, row.Line, []));
            return after;
        }
        foreach (var (field, one, other) in Facts(statement.Said).Zip(Facts(said), (l, r) => (l.Field, l.Fact, r.Fact)))
        {
            if (!one.IsKnown || !other.IsKnown || one == other)
                continue;
            statement.Disputed.Add(field);
            tell(new(said, field, statement.File, statement.Line, one, other));
        }
        _stated[key] = statement with { Said = Laid(said, statement.Said) };
        return after with
        {
            Land = statement.Disputed.Contains(RowFields.OccupiedMu) ? statement.Before?.Land : after.Land,
            Floor = statement.Disputed.Contains(RowFields.OccupiedFloorMu) ? statement.Before?.Floor : after.Floor,
            Share = statement.Disputed.Contains(RowFields.Share) ? statement.Before?.Share : after.Share,
        };
    }

    /// <summary>What is stated of a firm on a plot beside that it is there.</summary>
    public static (Field Field, Fact Fact)[] Facts(Occupancy occupancy) =>
        [
            (RowFields.OccupiedMu, Fact.Of(occupancy.Land)),
            (RowFields.OccupiedFloorMu, Fact.Of(occupancy.Floor)),
            (RowFields.Share, Fact.Of(occupancy.Share, Unit.Share)),
        ];

    /// <summary>What both state of a firm on a plot; what they state otherwise is unknown.</summary>
    public static Occupancy Joined(Occupancy one, Occupancy other) =>
        one with
        {
            Land = one.Land is { } land && other.Land is { } its && land != its ? null : one.Land ?? other.Land,
            Floor = one.Floor is { } floor && other.Floor is { } own && floor != own ? null : one.Floor ?? other.Floor,
            Share =
                one.Share is { } share && other.Share is { } part && share != part ? null : one.Share ?? other.Share,
        };

    /// <summary>An entry of which nobody can tell the county is replaced by one that says it.</summary>
    private static bool IsSame(Occupancy known, Occupancy said) =>
        (known.Plot, known.Year) == (said.Plot, said.Year)
        && (known.County == said.County || known.County is null || said.County is null);

    private static Occupancy Laid(Occupancy? under, Occupancy over) =>
        under is null
            ? over
            : over with
            {
                Land = over.Land ?? under.Land,
                Floor = over.Floor ?? under.Floor,
                Share = over.Share ?? under.Share,
            };

    /// <summary>What rows of the import have said of a firm on a plot, and what was known of it before.</summary>
    private sealed record Statement(Occupancy? Before, Occupancy Said, string File, int Line, HashSet<Field> Disputed);
}

/// <summary>What two rows of an import state otherwise of a firm on a plot.</summary>
/// <param name="File">Of the first row, as <paramref name="Line"/> and <paramref name="One"/>.</param>
internal readonly record struct OccupancyDispute(
    Occupancy Said,
    Field Field,
    string File,
    int Line,
    Fact One,
    Fact Other
);
