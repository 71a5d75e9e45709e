using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Merging;
using LandLedger.Ledger;
using LandLedger.Metrics;

namespace LandLedger.Import.Firms;

/// <summary>
/// Gathers the firm rows of one import and lays them over the firms of the store. A firm that stands in several rows of a year (one
/// a plot) must state the same figures in each, or state them once: a figure that two rows state otherwise stays as it was before, as does
/// what they state otherwise of a plot that it sits on.
/// </summary>
internal sealed class FirmMerge(IImport import, LedgerPen pen, IssueLog issues, FirmRows rows, FirmPlots plots)
{
    private readonly OccupancyMerge _occupancies = new();
    private readonly Dictionary<(string Firm, int Year), Statement> _stated = [];

    /// <summary>Firms of which it has been told, by file, how the same figure in several rows is taken.</summary>
    private readonly HashSet<(string File, string Firm)> _repeating = [];

    public FirmsMet Met { get; } = new(plots);

    /// <summary>Rows that say otherwise what an earlier one said.</summary>
    public int Refused { get; private set; }

    public void Add(FirmStatement told)
    {
        var (row, key) = (told.Row, told.Key);
        var old = import.FindFirm(key);
        foreach (var none in row.WithdrawnYears.Where(withdrawn => !Holds(old, withdrawn)))
            issues.Add(WithdrawnNone(told, none));
        if (old is null && row is { FirmYears.Count: 0, WithdrawnYears.Count: > 0 })
        {
            // It makes no firm, but a later row may not state what it takes back.
            foreach (var year in SaidOf(row))
                Settled(told, year, before: null, year, []);
            return;
        }
        var conflicts = new List<ImportIssue>();
        var firm = (old ?? new Firm { Name = told.Names.Name }) with
        {
            Name = told.CreditCode is null && old is not null ? old.Name : told.Names.Name,
            OtherNames = told.Names.Others,
            CreditCode = told.CreditCode ?? old?.CreditCode,
            Sector = row.FirmSector ?? old?.Sector,
            Occupancies = _occupancies.Lay(old?.Occupancies ?? [], told, dispute => conflicts.Add(Of(dispute, told))),
        };
        foreach (var year in SaidOf(row))
        {
            var before = firm.Years.FirstOrDefault(y => y.Year == year.Year);
            var laid = before is null ? year : Laid(before, year);
            var after = Settled(told, laid.Restored(Withdrawn(row, year), before: null), before, year, conflicts);
            firm = firm with
            {
                Years = [.. firm.Years.Where(y => y.Year != year.Year).Concat(Left(after, row)).OrderBy(y => y.Year)],
            };
        }
        issues.AddAll(conflicts);
        Refused += conflicts.Count > 0 ? 1 : 0;
        Met.Note(key, rows.Before.Remove(key, out var joined) ? joined : old, firm, row);
        if (old is null || !Same(old, firm))
            pen.Put(firm, old is null ? EntryKind.Added : EntryKind.Changed, new(row.File, row.Line, row.Plot));
    }

    private static bool Holds(Firm? firm, WithdrawnYear withdrawn) =>
        firm?.Years.FirstOrDefault(year => year.Year == withdrawn.Year) is { } known
        && withdrawn.Touches(DifferingFigures.Known(known));

    private static ImportIssue WithdrawnNone(FirmStatement told, WithdrawnYear withdrawn) =>
        new RawPlace(told.Row.File, told.Row.Line, told.Row.Plot).Issue(
            "firm-year.withdrawn-none",
            Severity.Warn,
            ("value", told.Names.Name),
            ("year", withdrawn.Year.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>The years that a row speaks of, also those of which it only takes figures back.</summary>
    private static IEnumerable<FirmYear> SaidOf(ParsedRow row) =>
        row.FirmYears.Concat(
            row.WithdrawnYears.Where(withdrawn => row.FirmYears.All(year => year.Year != withdrawn.Year))
                .Select(withdrawn => new FirmYear { Year = withdrawn.Year })
        );

    private static YearFigures Withdrawn(ParsedRow row, FirmYear year) =>
        WithdrawnYear.Of(row.WithdrawnYears, year.Year);

    /// <summary>A year goes with the last figure that is taken back of it.</summary>
    private static FirmYear[] Left(FirmYear year, ParsedRow row) =>
        Withdrawn(row, year) != YearFigures.None && DifferingFigures.Known(year) == YearFigures.None ? [] : [year];

    /// <summary>The year as the row leaves it, without what rows of this import state otherwise.</summary>
    private FirmYear Settled(
        FirmStatement told,
        FirmYear after,
        FirmYear? before,
        FirmYear said,
        List<ImportIssue> conflicts
    )
    {
        var (row, key, withdrawn) = (told.Row, told.Key, Withdrawn(told.Row, said));
        if (!_stated.TryGetValue((key, said.Year), out var statement))
        {
            _stated.Add(
                (key, said.Year),
                new(before, said, row.File, row.Line, PlotOf(told)) { Withdrawn = withdrawn }
            );
            return after;
        }
        if (
            PlotOf(told) != statement.Plot
            && said.Tax is not null
            && said.Tax == statement.Said.Tax
            && _repeating.Add((row.File, key))
        )
            issues.Add(Repeated(statement, said, told));
        var differing =
            DifferingFigures.Of(statement.Said, said)
            | (statement.Withdrawn & DifferingFigures.Known(said))
            | (withdrawn & DifferingFigures.Known(statement.Said));
        conflicts.AddRange(Conflicts(statement, said, told));
        _stated[(key, said.Year)] = statement = statement with
        {
            Said = Laid(said, statement.Said),
            Withdrawn = statement.Withdrawn | withdrawn,
            Contested = statement.Contested | differing,
        };
        return after.Restored(statement.Contested, statement.Before);
    }

    private static Seat? PlotOf(FirmStatement told) => told.Occupancies.Count > 0 ? Seat.Of(told.Occupancies[0]) : null;

    private ImportIssue Repeated(Statement first, FirmYear said, FirmStatement told) =>
        new RawPlace(told.Row.File, told.Row.Line, PlotOf(told) is { } seat ? plots.Name(seat) : null).Issue(
            "firm-year.repeated",
            Severity.Note,
            [
                ("value", told.Names.Name),
                ("year", said.Year.ToString(CultureInfo.InvariantCulture)),
                ("first", first.Line.ToString(CultureInfo.InvariantCulture)),
                ("tax", said.Tax!.Value.Yuan.ToString(CultureInfo.InvariantCulture)),
                .. Rows(told),
            ]
        );

    private static IEnumerable<ImportIssue> Conflicts(Statement first, FirmYear said, FirmStatement told) =>
        from figure in DifferingFigures.Facts(first.Said, said)
        let field = figure.Field
        where
            (figure.One.IsKnown || first.Withdrawn.HasFlag(DifferingFigures.Of(field, ofFirm: true)))
            && (figure.Other.IsKnown || Withdrawn(told.Row, said).HasFlag(DifferingFigures.Of(field, ofFirm: true)))
        let conflict = new RawPlace(told.Row.File, told.Row.Line, told.Row.Plot).Issue(
            "firm-year.conflict",
            Severity.Refuse,
            [
                ("value", told.Names.Name),
                ("year", said.Year.ToString(CultureInfo.InvariantCulture)),
                ("field", field.Id),
                ("file", first.File),
                ("first", first.Line.ToString(CultureInfo.InvariantCulture)),
                ("old", Contests.Said(figure.One.ToString())),
                ("now", Contests.Said(figure.Other.ToString())),
                .. Rows(told),
            ]
        )
        select At(conflict, told.Row, field, said.Year);

    /// <summary>In a ledger of plots the figures of a row may be meant as those of its plot, which calls for another fix.</summary>
    private static (string, string)[] Rows(FirmStatement told) =>
        told.Row.Kind == RowKind.FirmYear ? [] : [("rows", "plots")];

    private ImportIssue Of(OccupancyDispute dispute, FirmStatement told)
    {
        var row = told.Row;
        var conflict = new RawPlace(row.File, row.Line, plots.Name(Seat.Of(dispute.Said))).Issue(
            "firm-plot.conflict",
            Severity.Refuse,
            ("value", told.Names.Name),
            ("ofYear", dispute.Said.Year?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("field", dispute.Field.Id),
            ("file", dispute.File),
            ("first", dispute.Line.ToString(CultureInfo.InvariantCulture)),
            ("old", dispute.One.ToString()),
            ("now", dispute.Other.ToString())
        );
        return At(conflict, row, dispute.Field, dispute.Said.Year);
    }

    private static ImportIssue At(ImportIssue issue, ParsedRow row, Field field, int? year)
    {
        var column = row.Columns?.Columns.FirstOrDefault(column =>
            column.Field == field && (column.Year is null || column.Year == year)
        );
        return issue with { Column = column?.Column.Index + 1, Title = column?.Column.Title, Field = field.Id };
    }

    /// <summary>The year with what the other leaves out.</summary>
    public static FirmYear Laid(FirmYear under, FirmYear over) =>
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

    private static bool Same(Firm old, Firm now) =>
        old with { OtherNames = now.OtherNames, Occupancies = now.Occupancies, Years = now.Years } == now
        && old.OtherNames.SequenceEqual(now.OtherNames)
        && old.Occupancies.SequenceEqual(now.Occupancies)
        && old.Years.SequenceEqual(now.Years);

    /// <summary>What rows of the import have said of a firm's year, and what was known of it before.</summary>
    private readonly record struct Statement(FirmYear? Before, FirmYear Said, string File, int Line, Seat? Plot)
    {
        public YearFigures Withdrawn { get; init; }

        public YearFigures Contested { get; init; }
    }
}
