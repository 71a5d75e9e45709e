using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>
/// An area whose unit neither the cell nor the file states, read in mu. Where it is beyond what a plot has
/// (<c>withoutUnit</c> in <c>data/import/ranges.json</c>), it is told with what it would be in other units.
/// </summary>
/// <param name="Value">As written.</param>
/// <param name="Mu">As read.</param>
internal readonly record struct UnstatedArea(MappedColumn Column, string Value, decimal Mu)
{
    private const string Code = "area.unstated";

    /// <summary>Whether an area counts as one of these: its column has a unit for want of a stated one.</summary>
    public static bool Is(MappedColumn column) =>
        column is { UnitSource: UnitSource.Assumed, Field.Type: FieldType.Area };

    /// <summary>A warning for each area of a row that no plot has. A stated area that its outline bears out is none.</summary>
    public static IEnumerable<ImportIssue> Doubts(ParsedRow row, AreaMeasurement? drawn)
    {
        foreach (var area in row.Unstated)
        {
            if (
                NumberRange.WithoutUnit(area.Column.Field) is { } range
                && !range.Holds(area.Mu)
                && !(drawn is not null && area.Column.Field == PlotFields.StatedMu)
            )
                yield return new()
                {
                    Code = Code,
                    Severity = Severity.Warn,
                    File = row.File,
                    Line = row.Line,
                    Plot = row.Plot,
                    Column = area.Column.Column.Index + 1,
                    Title = area.Column.Column.Title,
                    Field = area.Column.Field.Id,
                    Value = FileIssues.Cut(area.Value),
                    Arguments = area.Readings(range).ToDictionary(reading => reading.Name, reading => reading.Value),
                };
        }
    }

    /// <summary>Refuses the row for an area that is none at all.</summary>
    public void Refuse(RowCells row)
    {
        var range = NumberRange.WithoutUnit(Column.Field) ?? NumberRange.Of(Column.Field)!;
        row.Refuse(Code, Column, Value, Readings(range));
    }

    private (string Name, string Value)[] Readings(NumberRange range) =>
        [
            ("read", Text(Mu)),
            ("fromM2", Text(FileUnit.Find("m2")!.ToFact(Mu))),
            ("fromHa", Text(FileUnit.Find("ha")!.ToFact(Mu))),
            .. range.Bounds(),
        ];

    private static string Text(decimal mu) => Fact.Of(StoredNumber.Rounded(mu), Unit.Mu).ToString();
}
