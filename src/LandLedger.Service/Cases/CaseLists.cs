using System.Globalization;
using LandLedger.Cases;
using LandLedger.Formats.Json;
using LandLedger.Office;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Cases;

/// <summary>Cases in order of their numbers, and what is due.</summary>
internal static class CaseLists
{
    /// <summary>A page; the next begins behind the last case of this one.</summary>
    public static Results<JsonAnswer, Problem> Page(Query query, Park park, ServiceOptions options, HttpRequest request)
    {
        if (CaseParameters.Unknown(query, request, options) is { } unknown)
            return unknown;
        var limit = Math.Min(query.Of(Parameters.Limit) ?? Parameters.DefaultPage, options.MaxPage);
        var book = new CaseBook(park.Store, OfficeBook.CalendarOf(park.Opened.Ledger));
        var found = book.List(CaseParameters.Of(query)).Take(limit + 1).ToList();
        var shown = found.Take(limit).ToList();
        var next = found.Count > limit ? shown[^1].Number.ToString() : null;
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("numberReturned", shown.Count);
            json.WriteStartArray("cases");
            foreach (var booked in shown)
                CaseJson.WriteRow(json, booked);
            json.WriteEndArray();
            json.WriteStartArray("links");
            Links.WriteForms(json, query, request);
            if (next is not null)
                Links.Write(json, "next", Links.With(request, CaseParameters.Page.Name, next), query.MediaType);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>The deadlines of open cases on a day, most days over first.</summary>
    public static Results<JsonAnswer, Problem> Due(Query query, Park park, ServiceOptions options, HttpRequest request)
    {
        if (CaseParameters.Unknown(query, request, options) is { } unknown)
            return unknown;
        var on = query.Of(CaseParameters.On) ?? options.Today;
        var book = new CaseBook(park.Store, OfficeBook.CalendarOf(park.Opened.Ledger));
        var due = book.Due(CaseParameters.Of(query), on, query.Of(CaseParameters.Overdue));
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("numberReturned", due.Count);
            json.WriteStartArray("due");
            foreach (var one in due)
                CaseJson.WriteDue(json, one);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
