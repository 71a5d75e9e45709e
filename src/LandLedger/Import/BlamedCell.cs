using LandLedger.Fields;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>Names the cell that an issue found later is about: column, title and value of a field that the row states.</summary>
internal static class BlamedCell
{
    /// <summary>The issue as it is where the row does not state the field. Numbers are in the unit of the column.</summary>
    public static ImportIssue At(this ImportIssue issue, ParsedRow row, Field field)
    {
        var fact = row.Fact(field);
        return !fact.IsKnown || row.Columns?.Find(field) is not { } column
            ? issue
            : issue with
            {
                Column = column.Column.Index + 1,
                Title = column.Column.Title,
                Field = field.Id,
                Value = FileIssues.Cut(Written(fact, column).ToString()),
            };
    }

    private static Fact Written(Fact fact, MappedColumn column) =>
        fact.Number is { } number && column.Unit is { } unit
            ? Fact.Of(StoredNumber.Rounded(unit.OfFact(number)), fact.Unit)
            : fact;
}
