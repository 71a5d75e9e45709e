using LandLedger.Fields;
using LandLedger.Import.Columns;

namespace LandLedger.Import.Dictionary;

/// <summary>A code of a field: how officers write it beside its own words.</summary>
/// <param name="Code">As it stands in files, store and JSON.</param>
/// <param name="Aliases">Further words that are read as this code; compared without blanks, width and case.</param>
public sealed record FieldCode(string Code, string Chinese, string English, IReadOnlyList<string> Aliases);

/// <summary>How one built-in layout reads a field: the titles it knows, best first, and the unit where the file states none.</summary>
/// <param name="Titles">Beside the id and the titles in the texts where <see cref="OwnTitles"/> holds.</param>
public sealed record FieldReading(Layout Layout, IReadOnlyList<string> Titles, FileUnit? Unit, bool Required)
{
    /// <summary>Whether the field is also known by its id and its Chinese and English title.</summary>
    public bool OwnTitles => Layout.OwnTitles;

    public bool ZeroIsUnknown { get; init; }
}

/// <summary>One line of the published dictionary (字段说明): a field with everything that a file may say about it.</summary>
public sealed record FieldEntry(Field Field, IReadOnlyList<FieldCode> Codes, IReadOnlyList<FieldReading> Readings)
{
    public string Id => Field.Id;

    /// <summary>Words that mean yes in this column, beside <see cref="FieldDictionary.Yes"/>.</summary>
    public IReadOnlyList<string> Yes => Cells.Words.FlagWordsOf(Field, yes: true);

    /// <summary>Words that mean no in this column, beside <see cref="FieldDictionary.No"/>.</summary>
    public IReadOnlyList<string> No => Cells.Words.FlagWordsOf(Field, yes: false);

    public string Title(Texts texts) => texts.Find("field." + Id) ?? Id;

    /// <summary>One sentence on what the field means.</summary>
    public string About(Texts texts) => texts.Find($"field.{Id}.about") ?? "";

    /// <summary>Layouts that refuse a file without the field.</summary>
    public IEnumerable<Layout> RequiredBy =>
        Readings.Where(reading => reading.Required).Select(reading => reading.Layout).Distinct();
}
