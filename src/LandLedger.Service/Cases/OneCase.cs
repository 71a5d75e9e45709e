using System.Globalization;
using LandLedger.Cases;
using LandLedger.Formats.Json;
using LandLedger.Office;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Cases;

/// <summary>One case, and what may be done about it.</summary>
internal static class OneCase
{
    public static Results<Stepped, Problem> Show(string number, Park park) =>
        Book(number, park) is ({ } known, var book) && book.Find(known) is { } booked
            ? Answer(booked, book.Calendar)
            : Unknown(number);

    public static Results<JsonAnswer, Problem> Allowed(string number, Query query, Park park, ServiceOptions options)
    {
        var (filed, problem) = Judged(number, park);
        if (filed is null)
            return problem!;
        var on = query.Of(CaseParameters.On) ?? options.Today;
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("number", filed.Number.ToString());
            json.WriteString("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            CaseJson.WriteAllowed(json, filed.Case.Allowed(on, OfficeBook.CalendarOf(park.Opened.Ledger)));
            json.WriteEndObject();
        });
    }

    /// <summary>Null where the user sees no such case.</summary>
    public static BookedCase? Find(string number, Park park) =>
        Book(number, park) is ({ } known, var book) ? book.Find(known) : null;

    /// <summary>The case as an answer.</summary>
    /// <param name="calendar">By which due days are counted.</param>
    /// <param name="location">The address of a case that was just opened.</param>
    public static Stepped Answer(BookedCase booked, HolidayCalendar calendar, string? location = null) =>
        new(Json.Bytes(json => CaseJson.Write(json, booked, calendar)), booked.Steps.Count, location);

    /// <summary>A case that is judged by its procedure; or that there is none, or which procedure is not at hand.</summary>
    public static (FiledCase? Filed, Problem? Problem) Judged(string number, Park park)
    {
        if (Book(number, park) is not ({ } known, var book))
            return (null, Unknown(number));
        var (filed, refusal) = book.Judged(known);
        return (filed, filed is null ? Refused(number, refusal!) : null);
    }

    /// <summary>That there is no such case, or that its procedure is not at hand.</summary>
    private static Problem Refused(string number, StepRefusal refusal) =>
        refusal.Code == "case-unknown"
            ? Unknown(number)
            : new("procedure-missing", ("number", Links.Part(number)))
            {
                Sentence = texts => refusal.In(texts.Language),
            };

    private static (CaseNumber? Number, CaseBook Book) Book(string number, Park park) =>
        (CaseNumber.Parse(number), new(park.Store, OfficeBook.CalendarOf(park.Opened.Ledger)));

    public static Problem Unknown(string number) => new("case-unknown", ("number", Links.Part(number)));
}
