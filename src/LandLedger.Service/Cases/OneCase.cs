using System.Globalization;
using LandLedger.Cases;
using LandLedger.Formats.Json;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Cases;

/// <summary>One case, and what may be done about it.</summary>
internal static class OneCase
{
    public static Results<Stepped, Problem> Show(string number, Park park) =>
        Find(number, park) is { } filed ? Answer(filed) : Unknown(number);

    public static Results<JsonAnswer, Problem> Allowed(string number, Query query, Park park, ServiceOptions options)
    {
        if (Find(number, park) is not { } filed)
            return Unknown(number);
        var on = query.Of(CaseParameters.On) ?? options.Today;
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("number", filed.Number.ToString());
            json.WriteString("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            CaseJson.WriteAllowed(json, filed.Case.Allowed(on, HolidayCalendar.Default));
            json.WriteEndObject();
        });
    }

    /// <summary>The case as an answer.</summary>
    /// <param name="location">The address of a case that was just opened.</param>
    public static Stepped Answer(FiledCase filed, string? location = null) =>
        new(Json.Bytes(json => CaseJson.Write(json, filed, HolidayCalendar.Default)), filed.Case.Steps.Count, location);

    public static FiledCase? Find(string number, Park park) =>
        CaseNumber.Parse(number) is { } known ? new CaseBook(park.Store, HolidayCalendar.Default).Find(known) : null;

    public static Problem Unknown(string number) => new("case-unknown", ("number", Links.Part(number)));
}
