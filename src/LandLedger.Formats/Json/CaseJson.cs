using System.Globalization;
using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Ledger;

namespace LandLedger.Formats.Json;

/// <summary>
/// A case as JSON, the same on the command line and from the service. Days are yyyy-MM-dd, money is exact yuan and areas are exact mu;
/// titles come in both languages. What is not known, or not so, is left out.
/// </summary>
public static class CaseJson
{
    /// <summary>All of a case: its clocks with their due days, what its steps said, and each step.</summary>
    public static void Write(Utf8JsonWriter json, BookedCase booked, HolidayCalendar calendar)
    {
        json.WriteStartObject();
        WriteHead(json, booked);
        if (booked is FiledCase { Case: var one })
            WriteFollowing(json, one, calendar);
        WriteFacts(json, booked.Facts);
        json.WriteStartArray("steps");
        foreach (var (step, entry) in booked.Steps.Zip(booked.Entries))
            WriteStep(json, booked, step, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What follows from the steps by the procedure: marks and clocks.</summary>
    private static void WriteFollowing(Utf8JsonWriter json, Case one, HolidayCalendar calendar)
    {
        if (one.Hold is { } hold)
        {
            json.WriteStartObject("hold");
            json.WriteString("day", Day(hold.Day));
            json.WriteString("reason", hold.Reason);
            json.WriteEndObject();
        }
        if (one.Override is { } set)
            WriteSet(json, set);
        json.WriteStartArray("marks");
        foreach (var mark in one.Procedure.Marks.Where(mark => one.Marks.ContainsKey(mark.Id)))
        {
            json.WriteStartObject();
            json.WriteString("id", mark.Id);
            WriteTitle(json, "title", mark.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("clocks");
        foreach (var clock in one.Clocks)
            WriteClock(json, clock, clock.Due(calendar));
        json.WriteEndArray();
        if (one.Clocks.Count > 0)
            json.WriteString("calendar", calendar.Text.Digest);
        if (one.Owed is { } owed)
            json.WriteNumber("owed", owed.Yuan);
        if (one.Overpaid is { } over)
            json.WriteNumber("overpaid", over.Yuan);
        if (one.Deposit is { } deposit)
            WriteDeposit(json, deposit);
    }

    /// <summary>Readable, with a line end.</summary>
    public static void WriteTo(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, JsonForm.Readable))
            write(json);
        output.Write("\n"u8);
        output.Flush();
    }

    /// <summary>A list, in the same form.</summary>
    public static void WriteTo<T>(Stream output, IEnumerable<T> all, Action<Utf8JsonWriter, T> write) =>
        WriteTo(
            output,
            json =>
            {
                json.WriteStartArray();
                foreach (var one in all)
                    write(json, one);
                json.WriteEndArray();
            }
        );

    /// <summary>What a list says of a case.</summary>
    public static void WriteRow(Utf8JsonWriter json, BookedCase booked)
    {
        json.WriteStartObject();
        WriteHead(json, booked);
        json.WriteEndObject();
    }

    /// <summary>A deadline, with its case; the case alone where nobody can tell its clocks.</summary>
    public static void WriteDue(Utf8JsonWriter json, DueCase due)
    {
        json.WriteStartObject();
        WriteHead(json, due.Booked);
        if (due.Deadline is { } deadline)
            WriteDeadline(json, deadline);
        json.WriteEndObject();
    }

    private static void WriteDeadline(Utf8JsonWriter json, Deadline deadline)
    {
        json.WriteString("clock", deadline.Clock.Rule.Id);
        WriteTitle(json, "clockTitle", deadline.Clock.Rule.Title);
        json.WriteString("by", CodeText.Of(deadline.Clock.Rule.By));
        WriteDue(json, deadline.Due);
        if (deadline.DaysOver is { } over)
            json.WriteNumber("daysOver", over);
        json.WriteBoolean("overdue", deadline.IsOverdue);
    }

    /// <summary>Steps that may be taken, with what they ask for.</summary>
    public static void WriteAllowed(Utf8JsonWriter json, IEnumerable<ProcedureStep> steps)
    {
        json.WriteStartArray("allowed");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("kind", step.Id);
            WriteTitle(json, "title", step.Title);
            json.WriteStartArray("roles");
            foreach (var role in step.Roles)
                json.WriteStringValue(CodeText.Of(role));
            json.WriteEndArray();
            json.WriteBoolean("reason", step.IsReasonNeeded);
            if (step.Paper is { } paper)
                json.WriteString("paper", CodeText.Of(paper));
            json.WriteStartArray("asks");
            foreach (var asked in step.Asks)
            {
                json.WriteStartObject();
                json.WriteString("id", asked.Id);
                WriteTitle(json, "title", asked.Title);
                json.WriteString("type", CodeText.Of(asked.Type));
                json.WriteBoolean("needed", asked.IsNeeded);
                json.WriteStartArray("codes");
                foreach (var code in asked.Codes)
                    json.WriteStringValue(code);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteHead(Utf8JsonWriter json, BookedCase booked)
    {
        var (id, version) = booked.Follows;
        json.WriteString("number", booked.Number.ToString());
        json.WriteString("county", booked.Plot.County);
        json.WriteString("plot", booked.Plot.Number);
        json.WriteString("procedure", id);
        json.WriteString("version", version);
        switch (booked)
        {
            case FiledCase { Case: var one }:
                WriteTitle(json, "procedureTitle", one.Procedure.Title);
                json.WriteString("state", one.State.Id);
                WriteTitle(json, "stateTitle", one.State.Title);
                json.WriteBoolean("closed", one.IsClosed);
                json.WriteBoolean("published", one.IsPublished);
                break;
            case UnreadCase unread:
                json.WriteBoolean("procedureAtHand", false);
                WriteKnown(json, "state", unread.State);
                json.WriteBoolean("closed", unread.IsClosed);
                break;
        }
        json.WriteString("opened", Day(booked.Steps[0].Day));
        json.WriteString("lastDay", Day(booked.Steps[^1].Day));
        WriteKnown(json, "unit", booked.Responsible?.Unit);
        WriteKnown(json, "person", booked.Responsible?.Person);
    }

    private static void WriteSet(Utf8JsonWriter json, CaseOverride set)
    {
        json.WriteStartObject("setCategory");
        json.WriteString("computed", CodeText.Of(set.Computed));
        json.WriteString("set", CodeText.Of(set.Set));
        json.WriteString("reason", set.Reason);
        json.WriteString("document", set.Document);
        json.WriteString("day", Day(set.Day));
        json.WriteEndObject();
    }

    private static void WriteClock(Utf8JsonWriter json, CaseClock clock, DueDay due)
    {
        json.WriteStartObject();
        json.WriteString("id", clock.Rule.Id);
        WriteTitle(json, "title", clock.Rule.Title);
        json.WriteString("by", CodeText.Of(clock.Rule.By));
        json.WriteBoolean("right", clock.Rule.IsRight);
        json.WriteString("begun", Day(clock.Begun));
        if (clock.Stopped is { } stopped)
            json.WriteString("stopped", Day(stopped));
        WriteDue(json, due);
        json.WriteStartArray("extensions");
        foreach (var extension in clock.Extensions)
        {
            json.WriteStartObject();
            json.WriteString("on", Day(extension.On));
            json.WriteString("until", Day(extension.Until));
            WriteKnown(json, "reason", extension.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("suspensions");
        foreach (var suspension in clock.Suspensions)
        {
            json.WriteStartObject();
            json.WriteString("from", Day(suspension.From));
            if (suspension.To is { } to)
                json.WriteString("to", Day(to));
            WriteKnown(json, "reason", suspension.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The day, or why there is none: the clock stands still, or the calendar lacks a year, without which there is a nominal day.</summary>
    private static void WriteDue(Utf8JsonWriter json, DueDay due)
    {
        if (due.Day is { } day)
            json.WriteString("due", Day(day));
        if (due.Nominal is { } nominal)
            json.WriteString("nominal", Day(nominal));
        if (due.MissingYear is { } year)
            json.WriteNumber("missingYear", year);
        json.WriteBoolean("moved", due.IsMoved);
        json.WriteBoolean("suspended", due.IsSuspended);
    }

    private static void WriteDeposit(Utf8JsonWriter json, Deposit deposit)
    {
        json.WriteStartObject("deposit");
        json.WriteNumber("held", deposit.Held.Yuan);
        json.WriteStartArray("taken");
        foreach (var (step, sum) in deposit.Taken)
        {
            json.WriteStartObject();
            json.WriteString("kind", step.Id);
            WriteTitle(json, "title", step.Title);
            json.WriteNumber("amount", sum.Yuan);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("left", deposit.Left.Yuan);
        json.WriteEndObject();
    }

    /// <summary>By which step and when what a step decided was annulled, where it was.</summary>
    internal static void WriteAnnulled(Utf8JsonWriter json, Case one, CaseStep step)
    {
        if (one.AnnulledBy(step) is not { } by)
            return;
        json.WriteStartObject("annulled");
        json.WriteString("kind", by.Kind);
        WriteTitle(json, "title", one.Procedure.FindStep(by.Kind)!.Title);
        json.WriteString("day", Day(by.Day));
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, BookedCase booked, CaseStep step, long entry)
    {
        var rule = booked.Rule(step);
        json.WriteStartObject();
        json.WriteString("kind", step.Kind);
        if (rule is not null)
            WriteTitle(json, "title", rule.Title);
        json.WriteString("day", Day(step.Day));
        json.WriteString("who", step.Who);
        json.WriteString("role", CodeText.Of(step.Role));
        WriteKnown(json, "reason", step.Reason);
        WriteFacts(json, step.Facts);
        WriteKnown(json, "unit", step.Responsible?.Unit);
        WriteKnown(json, "person", step.Responsible?.Person);
        if (step.Evidence.Count > 0)
            WriteFiles(json, "evidence", step.Evidence);
        if (rule?.Paper is { } paper)
            json.WriteString("paper", CodeText.Of(paper));
        if (booked is FiledCase { Case: var one })
            WriteAnnulled(json, one, step);
        json.WriteNumber("entry", entry);
        json.WriteEndObject();
    }

    /// <summary>The files behind the steps of a case, each with its step.</summary>
    /// <param name="links">Writes where one can be had; null where nowhere.</param>
    public static void WriteEvidence(Utf8JsonWriter json, BookedCase booked, Action<KeptFile>? links)
    {
        json.WriteStartObject();
        json.WriteString("number", booked.Number.ToString());
        json.WriteStartArray("evidence");
        foreach (var (place, step) in booked.Steps.Index())
        foreach (var file in step.Evidence)
            WriteFile(
                json,
                file,
                () =>
                {
                    json.WriteNumber("step", place + 1);
                    json.WriteString("kind", step.Kind);
                    json.WriteString("day", Day(step.Day));
                    json.WriteNumber("entry", booked.Entries[place]);
                    links?.Invoke(file);
                }
            );
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Files with their names, media types, bytes and digests.</summary>
    public static void WriteFiles(Utf8JsonWriter json, string name, IEnumerable<KeptFile> files)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
            WriteFile(json, file);
        json.WriteEndArray();
    }

    /// <summary>One of them, with what more there is to be said.</summary>
    public static void WriteFile(Utf8JsonWriter json, KeptFile file, Action? more = null)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("mediaType", file.MediaType);
        json.WriteNumber("size", file.Size);
        json.WriteString("sha256", file.Sha256);
        more?.Invoke();
        json.WriteEndObject();
    }

    /// <summary>As they are taken: days and codes as texts, money and areas as numbers.</summary>
    private static void WriteFacts(Utf8JsonWriter json, IReadOnlyDictionary<string, Fact> facts)
    {
        json.WriteStartObject("facts");
        foreach (var (id, fact) in facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            if (fact.Number is { } number)
                json.WriteNumber(id, number);
            else if (fact.Flag is { } flag)
                json.WriteBoolean(id, flag);
            else if (fact.IsKnown)
                json.WriteString(id, fact.ToString());
        }
        json.WriteEndObject();
    }

    private static void WriteTitle(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> title)
    {
        json.WriteStartObject(name);
        foreach (var (language, text) in title.OrderByDescending(one => one.Key, StringComparer.Ordinal))
            json.WriteString(language, text);
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
