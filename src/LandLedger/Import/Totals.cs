using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>
/// Sums of the columns as the rows go by, to hold against the 合计 and 小计 rows of the table. A column with a cell that could
/// not be read is not compared.
/// </summary>
internal sealed class Totals
{
    private readonly RawFile _file;
    private readonly Sum[] _sums;

    public Totals(RawFile file, ColumnMap columns)
    {
        _file = file;
        _sums =
        [
            .. columns
                .Columns.Where(x =>
                    x.Field.Type is FieldType.Area or FieldType.Money
                    || x.Field.Unit is Unit.Count or Unit.KilowattHour or Unit.Person
                )
                .Select(x => new Sum(x)),
        ];
    }

    /// <summary>Adds what a record's row says, whether or not the record is refused for another cell.</summary>
    public void Add(RowCells row, MergedCells merged)
    {
        foreach (var sum in _sums)
        {
            if (!merged.Counts(row.Row, sum.Column))
                continue;
            if (row[sum.Column].Number is { } number)
                (sum.Section, sum.Whole) = (sum.Section + number, sum.Whole + number);
            else if (IsWritten(row.Row.Cells, sum.Column))
                sum.Broken = true;
        }
    }

    public void Compare(RawRow row)
    {
        foreach (var sum in _sums)
        {
            var index = sum.Column.Column.Index;
            if (
                index >= row.Cells.Length
                || row.Cells[index] is not { } text
                || !NumberText.TryRead(text, out var stated)
            )
                continue;
            var unit = stated.Unit is null ? sum.Column.Unit : stated.Unit.For(sum.Column.Field.Unit);
            var number = unit?.ToFact(stated.Number) ?? stated.Number;
            var half = 0.5m * (decimal)Math.Pow(10, -Math.Min(stated.Decimals, 20));
            var tolerance = unit?.ToFact(half) ?? half;
            var agrees = Math.Abs(number - sum.Section) <= tolerance || Math.Abs(number - sum.Whole) <= tolerance;
            if (!agrees && !sum.Broken)
                Warn(row, sum, text, unit, Math.Abs(number - sum.Whole) < Math.Abs(number - sum.Section));
            sum.Section = 0;
        }
    }

    private void Warn(RawRow row, Sum sum, string stated, FileUnit? unit, bool whole)
    {
        var found = whole ? sum.Whole : sum.Section;
        var shown = unit is null ? found : found * unit.Divisor / unit.Factor;
        _file.Issues.Add(
            new()
            {
                Code = "table.total",
                Severity = Severity.Warn,
                File = _file.Name,
                Line = row.Line,
                Column = sum.Column.Column.Index + 1,
                Title = sum.Column.Column.Title,
                Field = sum.Column.Field.Id,
                Value = FileIssues.Cut(stated),
                Arguments = new Dictionary<string, string>
                {
                    ["stated"] = stated,
                    ["sum"] = shown.ToString("0.######", CultureInfo.InvariantCulture),
                },
            }
        );
    }

    private static bool IsWritten(string?[] cells, MappedColumn column) =>
        column.Column.Index < cells.Length
        && cells[column.Column.Index] is { } text
        && !Words.MeansNothing(CellText.Trim(text.AsSpan()));

    private sealed class Sum(MappedColumn column)
    {
        public MappedColumn Column { get; } = column;

        public decimal Section { get; set; }

        public decimal Whole { get; set; }

        public bool Broken { get; set; }
    }
}
