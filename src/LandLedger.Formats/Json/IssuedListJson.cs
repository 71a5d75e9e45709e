using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Issuing;

namespace LandLedger.Formats.Json;

/// <summary>
/// An issued list as JSON without its rows, the same on the command line and from the service: what it was made by, what it adds up to in
/// exact mu, and what was done about it. What is not known, or not so, is left out.
/// </summary>
public static class IssuedListJson
{
    public static void Write(Utf8JsonWriter json, IssuedList list)
    {
        json.WriteStartObject();
        WriteHead(json, list);
        json.WriteStartArray("categories");
        foreach (var category in list.Categories)
            json.WriteStringValue(Codes.Of(category));
        json.WriteEndArray();
        json.WriteString("language", Texts.In(list.Language).Tag);
        if (list.Data is not null)
            json.WriteString(Names.Data, list.Data);
        if (!list.IsExtract)
            WriteOrigin(json, list);
        Known(json, "reason", list.Reason);
        Known(json, "document", list.Document);
        DisposalListJson.WriteTotals(json, list.Totals, list.IsExtract);
        json.WriteStartArray("steps");
        for (var i = 0; i < list.Steps.Count; i++)
            WriteStep(json, list.Steps[i], i + 1, list.IsExtract ? null : list.Entries[i]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What a list of lists says of one.</summary>
    public static void WriteRow(Utf8JsonWriter json, IssuedList list)
    {
        json.WriteStartObject();
        WriteHead(json, list);
        json.WriteStartObject("total");
        DisposalListJson.WriteSum(json, list.Totals.Total);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, IssuedList list)
    {
        json.WriteString(Names.Number, list.Number.ToString());
        json.WriteString("state", CodeText.Of(list.State));
        json.WriteString("day", Day(list.Day));
        json.WriteString(
            "at",
            list.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        );
        json.WriteString("who", list.Who);
        BasisJson.Write(json, list.Basis with { Data = null, Number = null });
        json.WriteNumber("rows", list.Rows);
        if (list.Publication?.Until is { } until)
            json.WriteString("until", Day(until));
        json.WriteNumber("objections", list.Objections.Count);
        json.WriteNumber("undecided", list.Objections.Count(objection => objection.Decision is null));
    }

    /// <summary>Where the whole list stands in the ledger, and what tells whether it was altered.</summary>
    private static void WriteOrigin(Utf8JsonWriter json, IssuedList list)
    {
        json.WriteString("facts", list.Facts.ToString());
        json.WriteNumber("entry", list.Entry);
        json.WriteString("sha256", list.Sha256);
        json.WriteStartObject("files");
        foreach (var (form, digest) in list.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            json.WriteString(form, digest);
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, ListStep step, int place, long? entry)
    {
        json.WriteStartObject();
        json.WriteNumber("place", place);
        json.WriteString(Names.Kind, CodeText.Of(step.Kind));
        json.WriteString("day", Day(step.Day));
        json.WriteString("who", step.Who);
        Known(json, "reason", step.Reason);
        Known(json, "document", step.Document);
        Known(json, "row", step.Row);
        Known(json, "objector", step.Objector);
        Known(json, "objection", step.Objection);
        if (step.IsUpheld is { } upheld)
            json.WriteBoolean("upheld", upheld);
        if (step.Until is { } until)
            json.WriteString("until", Day(until));
        if (step.Counted is { } counted)
        {
            json.WriteStartObject("counted");
            json.WriteNumber("days", counted.Days);
            json.WriteBoolean("working", counted.IsWorking);
            Known(json, "calendar", counted.Calendar);
            json.WriteEndObject();
        }
        Known(json, "redaction", step.Redaction);
        if (entry is { } number)
            json.WriteNumber("entry", number);
        json.WriteEndObject();
    }

    private static void Known(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Known(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
