using LandLedger.Formats.Json;
using LandLedger.Issuing;
using LandLedger.Service.Http;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Lists;

/// <summary>Lists that were issued: all of them, one as it was issued, and what was done about it.</summary>
internal static class IssuedLists
{
    /// <summary>Behind which list a page begins.</summary>
    public static readonly Parameter<ListNumber?> After = new(
        "cursor",
        (string text, out ListNumber? value) => (value = ListNumber.Parse(text)) is not null,
        null,
        Reading.TextSchema
    );

    /// <summary>Whether the redacted form is wanted.</summary>
    public static readonly Parameter<bool> Public = new("public", Reading.Flag, false, Reading.FlagSchema);

    /// <summary>A page in order of the numbers; the next begins behind the last list of this one.</summary>
    public static JsonAnswer Page(Query query, Park park, ServiceOptions options, HttpRequest request)
    {
        var limit = Math.Min(query.Of(Parameters.Limit) ?? Parameters.DefaultPage, options.MaxPage);
        var found = new SeenLists(park).After(query.Of(After)).Take(limit + 1).ToList();
        var shown = found.Take(limit).ToList();
        var next = found.Count > limit ? shown[^1].Number.ToString() : null;
        return new(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("numberReturned", shown.Count);
            json.WriteStartArray("lists");
            foreach (var list in shown)
                IssuedListJson.WriteRow(json, list);
            json.WriteEndArray();
            json.WriteStartArray("links");
            Links.WriteForms(json, query, request);
            if (next is not null)
                Links.Write(json, "next", Links.With(request, After.Name, next), query.MediaType);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>The list as it was issued, byte for byte, or redacted.</summary>
    public static Results<Streamed, Problem> Show(string number, Query query, Park park)
    {
        return
            ListNumber.Parse(number) is { } known
            && new SeenLists(park).Contents(known, query.Of(Public)) is { } contents
            ? ListAnswer.Of(contents, query.MediaType)
            : Unknown(number);
    }

    public static Results<Stepped, Problem> Steps(string number, Park park) =>
        Find(number, park) is { } list ? Answer(list) : Unknown(number);

    public static IssuedList? Find(string number, Park park) =>
        ListNumber.Parse(number) is { } known ? new SeenLists(park).Find(known) : null;

    /// <summary>A list without its rows as an answer.</summary>
    /// <param name="location">The address of a list that was just issued.</param>
    public static Stepped Answer(IssuedList list, string? location = null) =>
        new(Json.Bytes(json => IssuedListJson.Write(json, list)), list.Steps.Count, location);

    public static Problem Unknown(string number) => new("list-unknown", ("number", Links.Part(number)));
}
