using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Formats.Json;
using LandLedger.Office;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Office;

/// <summary>The working calendar by which periods are counted: the years of the office's own in the place of those that come with LandLedger.</summary>
internal static class OfficeCalendars
{
    public static JsonAnswer Show(Park park) => Answer(park);

    public static Task<Results<JsonAnswer, Problem>> PutAsync(
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        JsonBody.TakeAsync<HolidayCalendar, JsonAnswer>(
            request,
            turn,
            Read,
            own =>
            {
                new OfficeBook(park.Opened).Put(own, OfficeWrite.Recording(request, query, options));
                return Answer(park);
            },
            cancel
        );

    public static Task<Results<NoContent, Problem>> RemoveAsync(
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        OfficeWrite.RemoveAsync(
            request,
            turn,
            () => new OfficeBook(park.Opened).RemoveCalendar(OfficeWrite.Recording(request, query, options)),
            () => new("calendar-unknown"),
            cancel
        );

    private static (HolidayCalendar?, Problem?) Read(JsonElement json)
    {
        using var file = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(json));
        var (calendar, problems) = HolidayCalendar.Read(file);
        return calendar is null
            ? (null, OfficeWrite.Wrong(texts => problems.Select(problem => problem.In(texts.Language))))
            : (calendar, null);
    }

    private static JsonAnswer Answer(Park park)
    {
        var ledger = park.Opened.Ledger;
        var (calendar, own) = (OfficeBook.CalendarOf(ledger), OfficeBook.Calendar(ledger));
        return new(json => OfficeJson.Write(json, calendar, own));
    }
}
