using LandLedger.Fields;

namespace LandLedger.Import;

/// <summary>A column that was recognised: its field, the unit of its numbers, and where that unit was stated.</summary>
public sealed record MappedColumn(
    RawColumn Column,
    Field Field,
    FileUnit? Unit,
    UnitSource UnitSource,
    LayoutColumn Layout
);

/// <summary>Where a column's unit comes from.</summary>
public enum UnitSource
{
    /// <summary>Dates, texts and flags have none.</summary>
    None,
    Title,
    Heading,
    Layout,

    /// <summary>The unit of the fact itself: mu, yuan.</summary>
    Field,
}

/// <summary>Which column of a file is which field.</summary>
public sealed record ColumnMap(Layout Layout, IReadOnlyList<MappedColumn> Columns, IReadOnlyList<RawColumn> Unknown)
{
    public MappedColumn? Find(Field field) => Columns.FirstOrDefault(column => ReferenceEquals(column.Field, field));

    /// <summary>Maps the columns; null when a required one is missing. Both are told in the issues of the file.</summary>
    public static ColumnMap? Of(RawFile file, Layout layout)
    {
        var mapped = new List<MappedColumn>();
        var unknown = new List<RawColumn>();
        foreach (var column in file.Columns)
        {
            var named = layout.Columns.FirstOrDefault(x => x.Titles.Contains(column.Title));
            if (named is not null)
                mapped.Add(new(column, named.Field, named.Unit, UnitSource.Layout, named));
            else
                unknown.Add(column);
        }
        return new(layout, mapped, unknown);
    }
}
