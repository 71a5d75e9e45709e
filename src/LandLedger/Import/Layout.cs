using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>What one row of a ledger is about.</summary>
public enum RowKind
{
    Plot,

    /// <summary>A supplementary agreement of a plot.</summary>
    Supplement,

    /// <summary>A stretch of delay of a plot.</summary>
    Delay,

    /// <summary>A mortgage on a plot.</summary>
    Charge,

    /// <summary>Figures of a plot in a calendar year.</summary>
    PlotYear,

    /// <summary>A firm in a calendar year, with the plots it sits on.</summary>
    FirmYear,
}

/// <summary>Which titles name a field, and the unit of its numbers where neither title, cell nor heading says one.</summary>
public sealed record LayoutColumn(Field Field, IReadOnlyList<string> Titles, FileUnit? Unit = null)
{
    /// <summary>In this column a zero stands for "not known" (a sale price of 0).</summary>
    public bool ZeroIsUnknown { get; init; }

    /// <summary>A stand-in is used only when no other column of the file names the field.</summary>
    public bool StandIn { get; init; }

    /// <summary>A further column of a text (second holder): it fills a blank of the first, or is put behind it.</summary>
    public bool Further { get; init; }
}

/// <summary>
/// How a kind of table is laid out (表式): what its rows are and which titles mean which field. Built-in layouts are the files of
/// <c>data/layouts</c>; a county may bring its own in the same form.
/// </summary>
public sealed record Layout
{
    public required string Id { get; init; }

    public required string ChineseTitle { get; init; }

    public required string EnglishTitle { get; init; }

    public RowKind Row { get; init; }

    /// <summary>County of rows that state none, six digits, or null.</summary>
    public string? County { get; init; }

    /// <summary>Whether fields are also known by their id and their titles in the texts.</summary>
    public bool OwnTitles { get; init; }

    public required IReadOnlyList<LayoutColumn> Columns { get; init; }

    /// <summary>A file without a column for each of these is refused.</summary>
    public IReadOnlyList<Field> Required { get; init; } = [];

    /// <summary>
    /// Sets of titles that only this kind of table bears, all of one set together. Without one the layout is not taken by itself where
    /// its own units would count.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Signatures { get; init; } = [];

    internal bool Signs(IReadOnlyList<RawColumn> columns)
    {
        if (Signatures.Count == 0)
            return false;
        var names = columns.Select(column => TitleText.Of(column.Title).Name).ToHashSet(StringComparer.Ordinal);
        return Signatures.Any(titles => titles.All(title => names.Contains(CellText.Plain(title))));
    }

    public string Title(Language language) => language == Language.Chinese ? ChineseTitle : EnglishTitle;
}
