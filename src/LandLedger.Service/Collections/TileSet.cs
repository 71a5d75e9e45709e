using System.Text.Json;
using LandLedger.Formats;
using LandLedger.Formats.Tiles;
using LandLedger.Import;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Collections;

/// <summary>The vector tiles of the plots as a set: as OGC API Tiles describes it, and as TileJSON 3.0.</summary>
internal static class TileSet
{
    public const string Relation = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    private const string Scheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    private const string Path = "/collections/plots/tiles/" + TileMatrixSet.Id;

    private static readonly (string Name, string Type)[] Properties =
    [
        ("id", "string"),
        ("category", "string"),
        ("measure", "string"),
        ("mu", "number"),
    ];

    /// <summary>The one set there is, as a list.</summary>
    public static void WriteList(Utf8JsonWriter json, Query query, HttpRequest request)
    {
        json.WriteStartObject();
        json.WriteStartArray("links");
        Links.WriteForms(json, query, request);
        json.WriteEndArray();
        json.WriteStartArray("tilesets");
        json.WriteStartObject();
        WriteHead(json, request, shifted: false);
        json.WriteStartArray("links");
        Links.Write(json, "self", Links.To(request, Path), MediaTypes.Json);
        WriteSchemeLink(json, request);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Query query, HttpRequest request, Box? extent)
    {
        json.WriteStartObject();
        var shifted = query.Of(Parameters.Shifted);
        WriteHead(json, request, shifted);
        if (extent is { } box)
        {
            json.WriteStartObject("boundingBox");
            WritePair(json, "lowerLeft", box.West, box.South);
            WritePair(json, "upperRight", box.East, box.North);
            json.WriteString("crs", CrsUri.LonLat.Name);
            json.WriteEndObject();
        }
        json.WriteStartArray("layers");
        json.WriteStartObject();
        json.WriteString("id", LayerOf(shifted));
        json.WriteString("dataType", "vector");
        json.WriteNumber("geometryDimension", 2);
        json.WriteStartObject("propertiesSchema");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var (name, type) in PropertiesOf(shifted))
        {
            json.WriteStartObject(name);
            json.WriteString("type", type);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("links");
        Links.WriteForms(json, query, request);
        WriteSchemeLink(json, request);
        Links.WriteTemplate(json, "item", Template(request, "{tileMatrix}/{tileRow}/{tileCol}"), PlotTile.MediaType);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteTileJson(Utf8JsonWriter json, Query query, HttpRequest request, Box? extent)
    {
        var shifted = query.Of(Parameters.Shifted);
        json.WriteStartObject();
        json.WriteString("tilejson", "3.0.0");
        json.WriteString("name", TitleOf(request, shifted));
        json.WriteStartArray("tiles");
        json.WriteStringValue(Template(request, "{z}/{y}/{x}"));
        json.WriteEndArray();
        json.WriteNumber("minzoom", 0);
        json.WriteNumber("maxzoom", TileAddress.MostZoom);
        if (extent is { } box)
        {
            json.WriteStartArray("bounds");
            foreach (var bound in (double[])[box.West, box.South, box.East, box.North])
                json.WriteNumberValue(bound);
            json.WriteEndArray();
        }
        json.WriteStartArray("vector_layers");
        json.WriteStartObject();
        json.WriteString("id", LayerOf(shifted));
        json.WriteStartObject("fields");
        foreach (var (name, type) in PropertiesOf(shifted))
            json.WriteString(name, type);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, HttpRequest request, bool shifted)
    {
        json.WriteString("title", TitleOf(request, shifted));
        json.WriteString("dataType", "vector");
        json.WriteString("crs", TileMatrixSet.Crs);
        json.WriteString("tileMatrixSetURI", TileMatrixSet.Uri);
    }

    private static string TitleOf(HttpRequest request, bool shifted)
    {
        var title = Languages.Of(request)["collection.plots"];
        return shifted ? $"{title} ({ShiftedMark.Value})" : title;
    }

    private static string LayerOf(bool shifted) => shifted ? ShiftedMark.Name(PlotTile.Layer) : PlotTile.Layer;

    private static IEnumerable<(string Name, string Type)> PropertiesOf(bool shifted) =>
        shifted ? Properties.Append((ShiftedMark.Member, "string")) : Properties;

    private static void WriteSchemeLink(Utf8JsonWriter json, HttpRequest request) =>
        Links.Write(json, Scheme, Links.To(request, "/tileMatrixSets/" + TileMatrixSet.Id), MediaTypes.Json);

    private static void WritePair(Utf8JsonWriter json, string name, double first, double second)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(first);
        json.WriteNumberValue(second);
        json.WriteEndArray();
    }

    /// <summary>The day and whatever else was asked of the set is asked of its tiles.</summary>
    private static string Template(HttpRequest request, string places) =>
        Links.To(request, Path) + "/" + places + Links.Without(request, FormParameter.Name);
}
