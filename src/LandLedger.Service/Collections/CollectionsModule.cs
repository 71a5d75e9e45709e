using System.Text.Json;
using LandLedger.Geometry;
using LandLedger.Service.Http;
using LandLedger.Service.Layers;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Collections;

/// <summary>What can be read by the standards of OGC, and which of them hold.</summary>
internal sealed class CollectionsModule : ServiceModule
{
    private static readonly string[] Forms = [MediaTypes.Json, MediaTypes.Html];

    public CollectionsModule(IServiceProvider services)
        : base(services)
    {
        Get("/conformance", Classes, new("conformance") { Offers = Forms, Schema = "ConformanceClasses" });
        Get("/collections", All, new("collections") { Offers = Forms, Schema = "Collections" });
        Get("/collections/plots", Plots, new("collections.plots") { Offers = Forms, Schema = "Collection" });
    }

    private static JsonAnswer Classes(Query query) =>
        new(
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("conformsTo");
                foreach (var requirements in Conformance.Classes)
                    json.WriteStringValue(requirements);
                json.WriteEndArray();
                json.WriteEndObject();
            },
            query.MediaType
        );

    private static JsonAnswer All(Query query, Park park, HttpRequest request) =>
        new(
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("links");
                Links.WriteForms(json, query, request);
                json.WriteEndArray();
                json.WriteStartArray("collections");
                WritePlots(json, park, request, json => Links.Write(json, "self", PlotsAt(request), MediaTypes.Json));
                foreach (var layer in park.Store.Layers.All())
                {
                    var self = LayerCollection.At(request, layer);
                    LayerCollection.Write(
                        json,
                        layer,
                        request,
                        json => Links.Write(json, "self", self, MediaTypes.Json)
                    );
                }
                json.WriteEndArray();
                json.WriteEndObject();
            },
            query.MediaType
        );

    private static JsonAnswer Plots(Query query, Park park, HttpRequest request) =>
        new(json => WritePlots(json, park, request, json => Links.WriteForms(json, query, request)), query.MediaType);

    private static void WritePlots(Utf8JsonWriter json, Park park, HttpRequest request, Action<Utf8JsonWriter> own)
    {
        var texts = Languages.Of(request);
        json.WriteStartObject();
        json.WriteString("id", "plots");
        json.WriteString("title", texts["collection.plots"]);
        json.WriteString("description", texts["collection.plots.about"]);
        json.WriteString("itemType", "feature");
        WriteExtent(json, park.Store.Extent());
        json.WriteStartArray("crs");
        foreach (var crs in CrsUri.All)
            json.WriteStringValue(crs);
        json.WriteEndArray();
        json.WriteString("storageCrs", CrsUri.Of(CrsTable.Cgcs2000));
        json.WriteStartArray("links");
        own(json);
        Links.Write(json, "items", Links.To(request, "/collections/plots/items"), MediaTypes.GeoJson);
        var page = Links.To(request, "/collections/plots/items?f=html");
        Links.Write(json, "items", page, MediaTypes.Html);
        foreach (var schema in (PlotSchema[])[PlotSchema.Items, PlotSchema.Queryables, PlotSchema.Sortables])
            Links.Write(json, schema.Relation, Links.To(request, schema.Path), MediaTypes.Schema);
        Links.Write(json, TileSet.Relation, Links.To(request, "/collections/plots/tiles"), MediaTypes.Json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The box of all outlines; left out while there is none. Of time nothing is known but that the register goes on.</summary>
    public static void WriteExtent(Utf8JsonWriter json, Import.Box? extent)
    {
        if (extent is not { } box)
            return;
        json.WriteStartObject("extent");
        json.WriteStartObject("spatial");
        json.WriteStartArray("bbox");
        json.WriteStartArray();
        foreach (var bound in (double[])[box.West, box.South, box.East, box.North])
            json.WriteNumberValue(bound);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteString("crs", CrsUri.LonLat.Name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string PlotsAt(HttpRequest request) => Links.To(request, "/collections/plots");
}
