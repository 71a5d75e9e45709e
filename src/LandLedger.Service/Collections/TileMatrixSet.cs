using System.Globalization;
using System.Text.Json;
using LandLedger.Formats.Tiles;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Collections;

/// <summary>The grid WebMercatorQuad as the OGC Two Dimensional Tile Matrix Set 2.0 writes it: 256 cells a side of a tile.</summary>
internal static class TileMatrixSet
{
    public const string Id = "WebMercatorQuad";
    public const string Uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + Id;
    public const string Crs = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private const int Side = 256;
    private const double Radius = 6_378_137;

    /// <summary>The side of a pixel of the standard, in metres.</summary>
    private const double Pixel = 0.00028;

    public static void WriteList(Utf8JsonWriter json, Query query, HttpRequest request)
    {
        json.WriteStartObject();
        json.WriteStartArray("links");
        Links.WriteForms(json, query, request);
        json.WriteEndArray();
        json.WriteStartArray("tileMatrixSets");
        json.WriteStartObject();
        WriteHead(json);
        json.WriteStartArray("links");
        Links.Write(json, "self", Links.To(request, "/tileMatrixSets/" + Id), MediaTypes.Json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json)
    {
        const double Half = Math.PI * Radius;
        json.WriteStartObject();
        WriteHead(json);
        json.WriteStartArray("orderedAxes");
        json.WriteStringValue("X");
        json.WriteStringValue("Y");
        json.WriteEndArray();
        json.WriteStartArray("tileMatrices");
        for (var zoom = 0; zoom <= TileAddress.MostZoom; zoom++)
        {
            var tiles = 1 << zoom;
            var cell = 2 * Half / Side / tiles;
            json.WriteStartObject();
            json.WriteString("id", zoom.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("scaleDenominator", cell / Pixel);
            json.WriteNumber("cellSize", cell);
            json.WriteStartArray("pointOfOrigin");
            json.WriteNumberValue(-Half);
            json.WriteNumberValue(Half);
            json.WriteEndArray();
            json.WriteNumber("tileWidth", Side);
            json.WriteNumber("tileHeight", Side);
            json.WriteNumber("matrixWidth", tiles);
            json.WriteNumber("matrixHeight", tiles);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("title", "Google Maps Compatible for the World");
        json.WriteString("uri", Uri);
        json.WriteString("crs", Crs);
    }
}
