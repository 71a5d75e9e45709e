using System.Text.Json;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Service.Http;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Ledger;

/// <summary>Entries as they are hashed: the bytes of each stand in the answer as they stand in the store.</summary>
internal static class LedgerPage
{
    /// <summary>Those after a number, with the head of the ledger: who has read up to it has read all.</summary>
    public static JsonAnswer After(Query query, Park park, ServiceOptions options)
    {
        var limit = Math.Min(query.Of(Parameters.Limit) ?? Parameters.DefaultPage, options.MaxPage);
        var head = park.Store.Ledger.Head();
        var entries = park.Store.Ledger.Rows(query.Of(Parameters.After) ?? 0).Take(limit).ToList();
        entries.ForEach(entry => LedgerEntry.Of(entry));
        return new(json =>
        {
            json.WriteStartObject();
            json.WriteString("head", head.ToString());
            json.WriteNumber("numberReturned", entries.Count);
            WriteEntries(json, entries);
            json.WriteEndObject();
        });
    }

    /// <summary>
    /// Of one plot, by its number, or by county and number where others share it: a page of the entries that count on a day, by what had been
    /// recorded at a time, and what they all say together.
    /// </summary>
    public static Results<JsonAnswer, Problem> OfPlot(
        string id,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request
    )
    {
        var (plot, none) = FoundPlot.KeyOf(id, query, park);
        if (plot is not { } key)
            return none!;
        var held = PlotHistory.At(park.Store.Ledger, key, query.Of(Parameters.HeldOn), query.Of(Parameters.Recorded));
        return Of(key, held, query, options, request);
    }

    private static JsonAnswer Of(PlotKey key, HeldPlot held, Query query, ServiceOptions options, HttpRequest request)
    {
        var after = query.Of(Parameters.After) ?? 0;
        var limit = Math.Min(query.Of(Parameters.Limit) ?? Parameters.DefaultPage, options.MaxPage);
        var rest = held.Rows.Where(row => row.Number > after).ToList();
        var shown = rest.Take(limit).ToList();
        return new(json =>
        {
            json.WriteStartObject();
            json.WriteString("plot", key.Number);
            json.WriteString("county", key.County);
            json.WriteNumber("numberMatched", held.Rows.Count);
            json.WriteNumber("numberReturned", shown.Count);
            WriteEntries(json, shown);
            json.WriteStartObject("says");
            foreach (var fact in held.State.Facts)
            {
                json.WritePropertyName(fact.Name);
                fact.Value.WriteTo(json);
            }
            json.WriteEndObject();
            json.WriteStartArray("links");
            Links.WriteForms(json, query, request);
            if (shown.Count < rest.Count)
                Links.Write(
                    json,
                    "next",
                    Links.With(request, Parameters.After.Name, $"{shown[^1].Number}"),
                    query.MediaType
                );
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteEntries(Utf8JsonWriter json, IReadOnlyList<LedgerRow> entries)
    {
        json.WriteStartArray("entries");
        foreach (var entry in entries)
            json.WriteRawValue(entry.Bytes.Span, skipInputValidation: true);
        json.WriteEndArray();
    }
}
