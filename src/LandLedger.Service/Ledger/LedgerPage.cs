using System.Text.Json;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Service.Http;
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
        return new(json =>
        {
            json.WriteStartObject();
            json.WriteString("head", head.ToString());
            json.WriteNumber("numberReturned", entries.Count);
            json.WriteStartArray("entries");
            foreach (var entry in entries)
                json.WriteRawValue(entry.Bytes.Span, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>All about one plot, by its number, or by county and number where others share it.</summary>
    public static Results<JsonAnswer, Problem> OfPlot(string id, Query query, Park park)
    {
        var number = Links.Part(id);
        var keys = park.Store.Find(number).Select(PlotKey.Of).ToList();
        if (keys.Count == 0 && PlotKey.Parse(number) is { } named)
            keys = [.. park.Store.Find(named.Number).Select(PlotKey.Of).Where(key => key == named)];
        if (query.Of(Parameters.County) is { } county)
            keys.RemoveAll(key => key.County != county);
        return keys switch
        {
            [var key] => Of(key, PlotHistory.Rows(park.Store.Ledger, key)),
            [] => new Problem("plot-unknown", ("plot", number)),
            _ => new Problem(
                "plot-ambiguous",
                ("plot", number),
                ("counties", string.Join(", ", keys.Select(key => key.County)))
            ),
        };
    }

    private static JsonAnswer Of(PlotKey key, IReadOnlyList<LedgerRow> entries) =>
        new(json =>
        {
            json.WriteStartObject();
            json.WriteString("plot", key.Number);
            json.WriteString("county", key.County);
            json.WriteStartArray("entries");
            foreach (var entry in entries)
                json.WriteRawValue(entry.Bytes.Span, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteEndObject();
        });
}
