using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>
/// Units that stand where they hold for no column: in a note below the records, on a sheet that is no ledger. Where they differ from
/// what columns without a unit are read in, they are told with what to do.
/// </summary>
internal static class UnitNotes
{
    /// <summary>Rows of a sheet that is left out; notes are short.</summary>
    private const int MostRows = 200;

    /// <summary>Columns whose numbers hang on a unit that the table itself does not state.</summary>
    public static List<MappedColumn> Unclear(ColumnMap columns) =>
        [.. columns.Columns.Where(x => x.UnitSource is UnitSource.Assumed or UnitSource.Layout)];

    /// <summary>What a row says of units.</summary>
    public static IEnumerable<ImportIssue> Of(RawPlace place, IEnumerable<string?> cells, List<MappedColumn> unclear)
    {
        string[] texts = unclear.Count == 0 ? [] : [.. cells.OfType<string>().Where(text => !CellText.IsBlank(text))];
        foreach (var stated in HeadingUnits.Of(texts).Units)
        {
            foreach (var readAs in unclear.Where(column => Differs(stated, column)).GroupBy(column => column.Unit!.Id))
                yield return place.Issue(
                    "unit.note",
                    Severity.Warn,
                    ("value", FileIssues.Cut(string.Join(' ', texts))),
                    ("unit", stated.Id),
                    ("asUnit", readAs.Key),
                    ("titles", FileIssues.Titles(readAs.Select(column => column.Column).DistinctBy(x => x.Title))),
                    ("first", readAs.First().Column.Title)
                );
        }
    }

    /// <summary>What a table that is left out says of units.</summary>
    public static IEnumerable<ImportIssue> Of(RawFile leftOut, List<MappedColumn> unclear)
    {
        if (unclear.Count == 0 || leftOut.HasOutlines)
            yield break;
        var place = new RawPlace(leftOut.Name, null, null);
        foreach (var text in leftOut.Heading.Concat(leftOut.Columns.Select(column => column.Title)))
        {
            foreach (var issue in Of(place, [text], unclear))
                yield return issue;
        }
        foreach (var row in leftOut.Rows().Take(MostRows))
        {
            foreach (var issue in Of(place with { Line = row.Line }, row.Cells, unclear))
                yield return issue;
        }
    }

    private static bool Differs(FileUnit stated, MappedColumn column) =>
        stated.For(column.Field.Unit) is { } unit
        && (unit.Factor, unit.Divisor) != (column.Unit!.Factor, column.Unit.Divisor);
}
