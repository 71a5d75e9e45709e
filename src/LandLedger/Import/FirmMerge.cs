using System.Globalization;

namespace LandLedger.Import;

/// <summary>
/// Gathers the firm rows of one import and lays them over the firms of the store. A firm that stands in several rows of a year (one
/// a plot) must state the same figures in each, or state them once: a figure that two rows state otherwise stays as it was before.
/// </summary>
internal sealed class FirmMerge(IImport import, IssueLog issues)
{
    private readonly Dictionary<(string Firm, int Year), Statement> _stated = [];

    public FirmsMet Met { get; } = new();

    public void Add(ParsedRow row)
    {
        if (row.FirmName is not { } name)
            return;
        var key = row.FirmCode ?? name;
        var old = import.FindFirm(key);
        var firm = (old ?? new Firm { Name = name }) with
        {
            CreditCode = row.FirmCode ?? old?.CreditCode,
            Sector = row.FirmSector ?? old?.Sector,
            Occupancies = Occupancies(old?.Occupancies ?? [], row),
        };
        foreach (var year in row.FirmYears)
        {
            var before = firm.Years.FirstOrDefault(y => y.Year == year.Year);
            var after = Settled(key, before is null ? year : Laid(before, year), before, year, row);
            firm = firm with
            {
                Years = [.. firm.Years.Where(y => y.Year != year.Year).Append(after).OrderBy(y => y.Year)],
            };
        }
        Met.Note(key, old, firm, row);
        if (old is null || !Same(old, firm))
            import.Put(firm);
    }

    /// <summary>The year as the row leaves it, without what rows of this import state otherwise.</summary>
    private FirmYear Settled(string key, FirmYear after, FirmYear? before, FirmYear said, ParsedRow row)
    {
        if (!_stated.TryGetValue((key, said.Year), out var statement))
        {
            _stated.Add((key, said.Year), new(before, said, row.File, row.Line));
            return after;
        }
        var differing = DifferingFigures.Of(statement.Said, said);
        Tell(statement, said, row);
        _stated[(key, said.Year)] = statement = statement with
        {
            Said = Laid(said, statement.Said),
            Contested = statement.Contested | differing,
        };
        return after.Restored(statement.Contested, statement.Before);
    }

    private void Tell(Statement first, FirmYear said, ParsedRow row)
    {
        foreach (var (field, old, now) in DifferingFigures.Facts(first.Said, said))
        {
            if (!old.IsKnown || !now.IsKnown)
                continue;
            var column = row.Columns?.Columns.FirstOrDefault(column =>
                column.Field == field && (column.Year is null || column.Year == said.Year)
            );
            var conflict = new RawPlace(row.File, row.Line, row.Plot).Issue(
                "firm-year.conflict",
                Severity.Refuse,
                ("value", row.FirmName!),
                ("year", said.Year.ToString(CultureInfo.InvariantCulture)),
                ("field", field.Id),
                ("file", first.File),
                ("first", first.Line.ToString(CultureInfo.InvariantCulture)),
                ("old", old.ToString()),
                ("now", now.ToString())
            );
            issues.Add(
                conflict with
                {
                    Column = column?.Column.Index + 1,
                    Title = column?.Column.Title,
                    Field = field.Id,
                }
            );
        }
    }

    private static FirmYear Laid(FirmYear under, FirmYear over) =>
        new()
        {
            Year = over.Year,
            Tax = over.Tax ?? under.Tax,
            Output = over.Output ?? under.Output,
            Revenue = over.Revenue ?? under.Revenue,
            AddedValue = over.AddedValue ?? under.AddedValue,
            KilowattHours = over.KilowattHours ?? under.KilowattHours,
            Staff = over.Staff ?? under.Staff,
            AboveScale = over.AboveScale ?? under.AboveScale,
        };

    private static IReadOnlyList<Occupancy> Occupancies(IReadOnlyList<Occupancy> old, ParsedRow row) =>
        row.Occupancies.Count == 0
            ? old
            :
            [
                .. old.Where(o => !row.Occupancies.Any(n => IsSame(o, n)))
                    .Concat(row.Occupancies.Select(n => Laid(old.FirstOrDefault(o => IsSame(o, n)), n)))
                    .OrderBy(o => o.Plot, StringComparer.Ordinal)
                    .ThenBy(o => o.Year),
            ];

    private static bool IsSame(Occupancy one, Occupancy other) => (one.Plot, one.Year) == (other.Plot, other.Year);

    private static Occupancy Laid(Occupancy? under, Occupancy over) =>
        under is null
            ? over
            : over with
            {
                Land = over.Land ?? under.Land,
                Floor = over.Floor ?? under.Floor,
                Share = over.Share ?? under.Share,
            };

    private static bool Same(Firm old, Firm now) =>
        old with { Occupancies = now.Occupancies, Years = now.Years } == now
        && old.Occupancies.SequenceEqual(now.Occupancies)
        && old.Years.SequenceEqual(now.Years);

    /// <summary>What rows of the import have said of a firm's year, and what was known of it before.</summary>
    private readonly record struct Statement(FirmYear? Before, FirmYear Said, string File, int Line)
    {
        public YearFigures Contested { get; init; }
    }
}
