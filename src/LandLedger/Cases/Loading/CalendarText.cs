using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using LandLedger.Ledger;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>Reads a calendar of days off and days worked, year by year.</summary>
internal static class CalendarText
{
    public static HolidayCalendar Read(Node root)
    {
        root.Only("years");
        var years = new Dictionary<int, HolidayYear>();
        foreach (var node in root.Items("years"))
        {
            if (Year(node) is { } year && !years.TryAdd(year.Year, year))
                node.Report("twice", year.Year.ToString(CultureInfo.InvariantCulture), "year");
        }
        return new(years.Values);
    }

    /// <summary>As a file has it, each day off by itself.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<HolidayYear> years)
    {
        json.WriteStartObject();
        json.WriteStartObject(TakenIn.File);
        json.WriteStartArray("years");
        foreach (var year in years)
            Write(json, year);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HolidayYear year)
    {
        json.WriteStartObject();
        json.WriteStartArray("off");
        foreach (var day in year.Off.Order())
        {
            json.WriteStartObject();
            json.Known("from", Fact.Of(day));
            json.Known("to", Fact.Of(day));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("source");
        foreach (var (language, source) in year.Source)
            json.WriteString(language, source);
        json.WriteEndObject();
        json.WriteString("trust", $"{year.Trust}"[..1]);
        json.WriteStartArray("worked");
        foreach (var day in year.Worked.Order())
            SaidJson.Write(json, day);
        json.WriteEndArray();
        json.WriteNumber("year", year.Year);
        json.WriteEndObject();
    }

    private static HolidayYear? Year(Node node)
    {
        node.Only("year", "source", "trust", "off", "worked");
        var source = node.Words("source");
        var trust = node.Trust();
        if (node.Whole("year", 1949, 9998, "bad-year") is not { } year)
            return null;
        var off = Off(node, year);
        var worked = Worked(node, year, off);
        return trust is { } known
            ? new()
            {
                Year = year,
                Source = source,
                Trust = known,
                Off = off.ToFrozenSet(),
                Worked = worked.ToFrozenSet(),
            }
            : null;
    }

    private static HashSet<DateOnly> Off(Node node, int year)
    {
        var off = new HashSet<DateOnly>();
        foreach (var stretch in node.Items("off"))
        {
            stretch.Only("from", "to");
            if (stretch.Day("from", required: true) is not { } from || stretch.Day("to", required: true) is not { } to)
                continue;
            if (to < from)
                stretch.Report("ends-before", $"{from:yyyy-MM-dd}", "to");
            else if (from.Year != year || to.Year != year)
                stretch.Report("other-year", $"{from:yyyy-MM-dd} – {to:yyyy-MM-dd}");
            else
                for (var day = from; day <= to; day = day.AddDays(1))
                {
                    if (!off.Add(day))
                        stretch.Report("twice", $"{day:yyyy-MM-dd}");
                }
        }
        return off;
    }

    private static HashSet<DateOnly> Worked(Node node, int year, HashSet<DateOnly> off)
    {
        var worked = new HashSet<DateOnly>();
        foreach (var (text, item) in node.Texts("worked"))
        {
            if (item.AsDay(text) is not { } day)
                continue;
            if (day.Year != year)
                item.Report("other-year", text);
            else if (!HolidayYear.IsWeekend(day))
                item.Report("not-weekend", text);
            else if (off.Contains(day))
                item.Report("off-and-worked", text);
            else if (!worked.Add(day))
                item.Report("twice", text);
        }
        return worked;
    }
}
