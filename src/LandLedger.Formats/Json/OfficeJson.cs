using System.Globalization;
using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Office;

namespace LandLedger.Formats.Json;

/// <summary>What the office keeps, as JSON.</summary>
public static class OfficeJson
{
    /// <summary>The members of a template; without file where the one that comes with LandLedger counts.</summary>
    public static void Write(Utf8JsonWriter json, PaperKind kind, OfficeTemplate? own)
    {
        json.WriteString("kind", CodeText.Of(kind));
        WriteTitle(json, "paper." + CodeText.Of(kind));
        json.WriteBoolean("own", own is not null);
        if (own is null)
            return;
        json.WritePropertyName("file");
        CaseJson.WriteFile(json, own.File);
        WriteOrigin(json, own.Entry, own.At, own.By);
    }

    /// <summary>The calendar that counts; its years and the years of the office's own in the form of the file.</summary>
    public static void Write(Utf8JsonWriter json, HolidayCalendar calendar, OfficeCalendar? own)
    {
        json.WriteStartObject();
        json.WriteString("sha256", calendar.Text.Digest);
        json.WriteStartArray("years");
        foreach (var year in calendar.Years)
            Write(json, year, own?.Own.Find(year.Year) is not null);
        json.WriteEndArray();
        json.WriteBoolean("own", own is not null);
        if (own is not null)
            WriteOrigin(json, own.Entry, own.At, own.By);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HolidayYear year, bool own)
    {
        json.WriteStartObject();
        json.WriteNumber("year", year.Year);
        json.WriteBoolean("own", own);
        json.WriteStartObject("source");
        foreach (var (language, source) in year.Source)
            json.WriteString(language, source);
        json.WriteEndObject();
        json.WriteString("trust", CodeText.Of(year.Trust));
        foreach (var (name, days) in new[] { ("off", year.Off), ("worked", year.Worked) })
        {
            json.WriteStartArray(name);
            foreach (var day in days.Order())
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteTitle(Utf8JsonWriter json, string key)
    {
        json.WriteStartObject("title");
        json.WriteString("zh", Texts.Chinese[key]);
        json.WriteString("en", Texts.English[key]);
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, long entry, DateTimeOffset at, string? by)
    {
        json.WriteNumber("entry", entry);
        json.WriteString("at", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        if (by is not null)
            json.WriteString("by", by);
    }
}
