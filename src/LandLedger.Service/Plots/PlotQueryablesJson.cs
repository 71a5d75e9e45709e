using System.Text.Json;
using LandLedger.Filters;
using LandLedger.Formats.Json;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Plots;

/// <summary>
/// What filters of plots may name, as JSON Schema: type, unit (<c>x-ogc-unit</c>), codes, title in the language of the request and
/// titles in both (<c>x-titles</c>).
/// </summary>
internal static class PlotQueryablesJson
{
    public const string Path = "/collections/plots/queryables";
    public const string Relation = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    public static JsonAnswer Show(Query query, HttpRequest request) =>
        new(json => Write(json, Links.To(request, Path), Languages.Of(request)), query.MediaType);

    private static void Write(Utf8JsonWriter json, string address, Texts texts)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", address);
        json.WriteString("type", "object");
        json.WriteString("title", texts["api.rel." + Relation]);
        json.WriteStartObject("properties");
        foreach (var property in PlotQueryables.All.All)
            Write(json, property, texts.Language);
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, QueryableProperty property, Language language)
    {
        json.WriteStartObject(property.Name);
        json.WriteString("title", property.Title(language));
        json.WriteStartObject("x-titles");
        json.WriteString("zh", property.Title(Language.Chinese));
        json.WriteString("en", property.Title(Language.English));
        json.WriteEndObject();
        WriteType(json, property.Type);
        if (UnitCodes.Of(property.Unit) is { } unit)
            json.WriteString("x-ogc-unit", unit);
        if (property.Codes.Count > 0)
        {
            json.WriteStartArray("enum");
            foreach (var code in property.Codes)
                json.WriteStringValue(code);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, FilterType type)
    {
        switch (type)
        {
            case FilterType.Geometry:
                json.WriteString("format", "geometry-multipolygon");
                json.WriteString("x-ogc-role", "primary-geometry");
                break;
            case FilterType.Date:
                json.WriteString("type", "string");
                json.WriteString("format", "date");
                break;
            case FilterType.List:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                json.WriteString("type", "string");
                json.WriteEndObject();
                break;
            default:
                json.WriteString(
                    "type",
                    type switch
                    {
                        FilterType.Number => "number",
                        FilterType.Boolean => "boolean",
                        _ => "string",
                    }
                );
                break;
        }
    }
}
