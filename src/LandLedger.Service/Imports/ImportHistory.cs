using System.Globalization;
using LandLedger.Import;
using LandLedger.Service.Http;

namespace LandLedger.Service.Imports;

/// <summary>The imports that the store remembers, newest first.</summary>
internal static class ImportHistory
{
    public static JsonAnswer List(Query query, Park park, ServiceOptions options)
    {
        var limit = Math.Min(query.Of(Parameters.Limit) ?? Parameters.DefaultPage, options.MaxPage);
        var all = park.Store.Imports();
        var shown = all.OrderByDescending(import => import.Id).Take(limit).ToArray();
        return new(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("numberMatched", all.Count);
            json.WriteNumber("numberReturned", shown.Length);
            json.WriteStartArray("imports");
            foreach (var import in shown)
                Write(json, import);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, ImportEntry import)
    {
        json.WriteStartObject();
        json.WriteNumber("id", import.Id);
        var recorded = import.RecordedAt.ToUniversalTime();
        json.WriteString("recordedAt", recorded.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("on", import.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("sources");
        foreach (var source in import.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("sha256", source.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("added", import.Added);
        json.WriteNumber("changed", import.Changed);
        json.WriteNumber("same", import.Same);
        json.WriteNumber("ended", import.Ended);
        json.WriteNumber("refused", import.Refused);
        json.WriteEndObject();
    }
}
