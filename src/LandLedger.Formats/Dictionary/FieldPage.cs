using System.Text;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Columns;
using LandLedger.Import.Dictionary;
using static LandLedger.Formats.Dictionary.BilingualPage;

namespace LandLedger.Formats.Dictionary;

/// <summary>The dictionary as one Markdown page in Chinese and English: <c>docs/fields.md</c>.</summary>
public static class FieldPage
{
    private static readonly string[] DateForms =
    [
        "2019年6月27日",
        "2019-06-27",
        "2019/6/27",
        "2019.6.27",
        "20190627",
        "二〇一九年六月二十七日",
        "2019-06-27 00:00:00",
    ];

    private static readonly string[] NumberForms =
    [
        "12345.6",
        "12,345.6",
        "１２３４５．６",
        "3亿元",
        "12公顷",
        "30%",
        "1/3",
        "约120",
    ];

    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# ").Append(Both("fields.title")).Append("\n\n").Append(Lines("fields.intro"));
        Fields(page);
        CodeLists(page);
        foreach (var layout in Layouts.All)
            Titles(page, layout);
        Units(page);
        Words(page, "fields.markers", FieldDictionary.NullMarkers, "fields.markers.about");
        Words(page, "fields.withdrawn", FieldDictionary.Withdrawn, "fields.withdrawn.about");
        Words(page, "fields.above", FieldDictionary.Above, "fields.above.about");
        Words(page, "fields.yes", FieldDictionary.Yes);
        Words(page, "fields.no", FieldDictionary.No);
        FlagWords(page);
        Words(page, "fields.dates", DateForms, "fields.dates.about");
        Words(page, "fields.numbers", NumberForms, "fields.numbers.about");
        Section(page, "fields.years").Append(Lines("fields.years.about"));
        return page.ToString();
    }

    private static void Fields(StringBuilder page)
    {
        Section(page, "fields.fields");
        Row(page, Heads("id", "name", "type", "unit", "required", "about"));
        Rule(page, 6);
        foreach (var entry in FieldDictionary.Fields)
        {
            var required = string.Join(", ", entry.RequiredBy.Select(layout => Mark(layout.Id)));
            Row(
                page,
                Mark(entry.Id),
                Pair(entry.Title(Texts.Chinese), entry.Title(Texts.English)),
                Both("field-type." + CodeText.Of(entry.Field.Type)),
                UnitOf(entry.Field),
                required,
                Pair(entry.About(Texts.Chinese), entry.About(Texts.English))
            );
        }
    }

    private static void CodeLists(StringBuilder page)
    {
        Section(page, "fields.codes");
        Row(page, Heads("id", "code", "name", "words"));
        Rule(page, 4);
        foreach (var entry in FieldDictionary.Fields)
        {
            foreach (var code in entry.Codes)
                Row(
                    page,
                    Mark(entry.Id),
                    Mark(code.Code),
                    Pair(code.Chinese, code.English),
                    string.Join('、', code.Aliases)
                );
        }
    }

    private static void Titles(StringBuilder page, Layout layout)
    {
        page.Append("\n## ").Append(Both("fields.layouts")).Append(": ").Append(Mark(layout.Id)).Append(' ');
        page.Append(Pair(layout.ChineseTitle, layout.EnglishTitle))
            .Append("\n\n")
            .Append(Lines("fields.layouts.about"));
        if (layout.OwnTitles)
            page.Append('\n').Append(Lines("fields.layouts.own"));
        if (layout.Signatures.Count > 0)
        {
            page.Append('\n').Append(Lines("fields.layouts.signature")).Append('\n');
            foreach (var titles in layout.Signatures)
                page.Append("* ").AppendJoin('、', titles.Select(Mark)).Append('\n');
        }
        page.Append('\n');
        Row(page, Heads("id", "titles", "default-unit"));
        Rule(page, 3);
        var readings =
            from entry in FieldDictionary.Fields
            from reading in entry.Readings
            where reading.Layout == layout && reading.Titles.Count > 0
            select (entry, reading);
        foreach (var (entry, reading) in readings)
        {
            var zero = reading.ZeroIsUnknown ? Both("fields.zero") : "";
            var unit = reading.Unit is { } stated ? Both("file-unit." + stated.Id) : "";
            Row(
                page,
                Mark(entry.Id),
                string.Join('、', reading.Titles.Select(Escaped)),
                string.Join("; ", new[] { unit, zero }.Where(text => text.Length > 0))
            );
        }
    }

    private static void Units(StringBuilder page)
    {
        Section(page, "fields.units").Append(Lines("fields.units.about")).Append('\n');
        Row(page, Heads("unit", "words", "factor"));
        Rule(page, 3);
        foreach (var unit in FieldDictionary.Units)
        {
            var factor = FormattableString.Invariant($"× {unit.Factor:0.##############}");
            if (unit.Divisor != 1m)
                factor += FormattableString.Invariant($" ÷ {unit.Divisor:0.####}");
            var into = FileUnit.Own(unit.Unit) is { } own && own != unit ? " " + Both("file-unit." + own.Id) : "";
            Row(
                page,
                Both("file-unit." + unit.Id),
                string.Join('、', unit.Names.Append(unit.Id).Select(Mark)),
                into.Length == 0 ? "" : factor + into
            );
        }
    }

    private static void Words(StringBuilder page, string key, IEnumerable<string> words, string? about = null)
    {
        Section(page, key);
        if (about is not null)
            page.Append(Lines(about)).Append('\n');
        page.AppendJoin(' ', words.Select(Mark)).Append('\n');
    }

    private static void FlagWords(StringBuilder page)
    {
        page.Append('\n');
        Row(page, Heads("id", "yes", "no"));
        Rule(page, 3);
        foreach (var entry in FieldDictionary.Fields.Where(entry => entry.Yes.Count + entry.No.Count > 0))
            Row(page, Mark(entry.Id), string.Join('、', entry.Yes), string.Join('、', entry.No));
    }

    private static IEnumerable<string> Heads(params string[] keys) => keys.Select(key => Both("fields." + key));

    private static string UnitOf(Field field) =>
        field.Unit != Unit.None && FileUnit.Own(field.Unit) is { } unit ? Both("file-unit." + unit.Id) : "";
}
