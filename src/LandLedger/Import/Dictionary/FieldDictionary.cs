using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import.Dictionary;

/// <summary>
/// Everything that may stand in a ledger, made from the lists that reading itself uses, so that page, service and reading never
/// differ.
/// </summary>
public static class FieldDictionary
{
    /// <summary>The facts of plots first, then what rows may say beside these.</summary>
    public static IReadOnlyList<FieldEntry> Fields { get; } = [.. RowFields.Columns.Select(EntryOf)];

    /// <summary>Units that titles, headings and cells may name, by the unit of the fact.</summary>
    public static IReadOnlyList<FileUnit> Units => FileUnit.All;

    /// <summary>Texts of cells that mean "not known". In a column of yes and no, 无 and 没有 mean no.</summary>
    public static IReadOnlyList<string> NullMarkers => Words.NothingWords;

    /// <summary>Texts of cells that take back what was said before.</summary>
    public static IReadOnlyList<string> Withdrawn => Words.WithdrawnWords;

    /// <summary>Texts of cells that only point to another cell; they are refused.</summary>
    public static IReadOnlyList<string> Above => Words.AboveWords;

    public static IReadOnlyList<string> Yes => Words.YesWords;

    public static IReadOnlyList<string> No => Words.NoWords;

    public static FieldEntry? Find(string id) => RowFields.Find(id) is { } field ? Fields[field.Ordinal] : null;

    private static FieldEntry EntryOf(Field field) =>
        new(
            field,
            [.. field.Codes.Select(code => CodeOf(field, code))],
            [.. Layouts.All.SelectMany(layout => ReadingsOf(field, layout))]
        );

    private static FieldCode CodeOf(Field field, string code) =>
        new(
            code,
            Texts.Chinese.Find($"code.{field.Id}.{code}") ?? code,
            Texts.English.Find($"code.{field.Id}.{code}") ?? code,
            [.. Words.Aliases(field, code)]
        );

    /// <summary>None when no column of the layout can be the field; several where titles mean different units.</summary>
    private static IEnumerable<FieldReading> ReadingsOf(Field field, Layout layout)
    {
        var required = layout.Required.Contains(field);
        var columns = layout.Columns.Where(column => column.Field == field).ToList();
        if (columns.Count == 0 && layout.OwnTitles)
            return [new(layout, [], null, required)];
        return columns
            .OrderBy(column => column.StandIn)
            .GroupBy(column => (column.Unit, column.ZeroIsUnknown))
            .Select(group => new FieldReading(
                layout,
                [.. group.SelectMany(column => column.Titles).Distinct()],
                group.Key.Unit,
                required
            )
            {
                ZeroIsUnknown = group.Key.ZeroIsUnknown,
            });
    }
}
