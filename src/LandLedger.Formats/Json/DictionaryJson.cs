using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Columns;
using LandLedger.Import.Dictionary;

namespace LandLedger.Formats.Json;

/// <summary>
/// The dictionary as JSON: <c>fields</c> (<c>id, type, unit, title, about, codes, yes, no, requiredBy, layouts</c>), <c>units</c>
/// (<c>id, unit, factor, divisor, names</c>: fact = number × factor ÷ divisor), <c>nullMarkers</c>, <c>withdrawn</c>, <c>yes</c> and <c>no</c>. Words that
/// people read come as <c>zh</c> and <c>en</c>.
/// </summary>
public static class DictionaryJson
{
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("fields");
        foreach (var entry in FieldDictionary.Fields)
            WriteField(json, entry);
        json.WriteEndArray();
        json.WriteStartArray("units");
        foreach (var unit in FieldDictionary.Units)
            WriteUnit(json, unit);
        json.WriteEndArray();
        WriteTexts(json, "nullMarkers", FieldDictionary.NullMarkers);
        WriteTexts(json, "withdrawn", FieldDictionary.Withdrawn);
        WriteTexts(json, "above", FieldDictionary.Above);
        WriteTexts(json, "yes", FieldDictionary.Yes);
        WriteTexts(json, "no", FieldDictionary.No);
        json.WriteEndObject();
    }

    public static async Task WriteAsync(Stream output, CancellationToken cancel = default)
    {
        await using var json = new Utf8JsonWriter(output, JsonForm.Readable);
        Write(json);
        await json.FlushAsync(cancel).ConfigureAwait(false);
    }

    private static void WriteField(Utf8JsonWriter json, FieldEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("type", CodeText.Of(entry.Field.Type));
        json.WriteString("unit", UnitCodes.Of(entry.Field.Unit));
        WriteWords(json, "title", entry.Title(Texts.Chinese), entry.Title(Texts.English));
        WriteWords(json, "about", entry.About(Texts.Chinese), entry.About(Texts.English));
        json.WriteStartArray("codes");
        foreach (var code in entry.Codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code.Code);
            WriteWords(json, "title", code.Chinese, code.English);
            WriteTexts(json, "aliases", code.Aliases);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteTexts(json, "yes", entry.Yes);
        WriteTexts(json, "no", entry.No);
        WriteTexts(json, "requiredBy", entry.RequiredBy.Select(layout => layout.Id));
        json.WriteStartArray("layouts");
        foreach (var reading in entry.Readings)
            WriteReading(json, reading);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter json, FieldReading reading)
    {
        json.WriteStartObject();
        json.WriteString("layout", reading.Layout.Id);
        WriteTexts(json, "titles", reading.Titles);
        json.WriteBoolean("ownTitles", reading.OwnTitles);
        json.WriteString("unit", reading.Unit?.Id);
        json.WriteBoolean("zeroIsUnknown", reading.ZeroIsUnknown);
        json.WriteEndObject();
    }

    private static void WriteUnit(Utf8JsonWriter json, FileUnit unit)
    {
        json.WriteStartObject();
        json.WriteString("id", unit.Id);
        json.WriteString("unit", UnitCodes.Of(unit.Unit));
        json.WriteNumber("factor", JsonForm.Trim(unit.Factor));
        json.WriteNumber("divisor", unit.Divisor);
        WriteTexts(json, "names", unit.Names);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, string chinese, string english)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", chinese);
        json.WriteString("en", english);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
