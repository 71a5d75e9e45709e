using System.Text.Json;
using LandLedger.Geometry;
using LandLedger.Service.Http;
using LandLedger.Service.Layers;
using LandLedger.Service.Plots;
using LandLedger.Service.Zones;
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
        foreach (var collection in PlotCollection.All)
            Get(
                collection.Path,
                (Query query, Park park, HttpRequest request) => One(collection, query, park, request),
                new("collections." + collection.Id) { Offers = Forms, Schema = "Collection" }
            );
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
                foreach (var collection in PlotCollection.All)
                {
                    var self = Links.To(request, collection.Path);
                    Write(json, collection, park, request, json => Links.Write(json, "self", self, MediaTypes.Json));
                }
                var zones = ZoneLayer.Of(Languages.Of(request), park.Extent());
                foreach (var layer in park.Store.Layers.All().Prepend(zones))
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

    private static JsonAnswer One(PlotCollection collection, Query query, Park park, HttpRequest request) =>
        new(
            json => Write(json, collection, park, request, json => Links.WriteForms(json, query, request)),
            query.MediaType
        );

    private static void Write(
        Utf8JsonWriter json,
        PlotCollection collection,
        Park park,
        HttpRequest request,
        Action<Utf8JsonWriter> own
    )
    {
        var texts = Languages.Of(request);
        json.WriteStartObject();
        json.WriteString("id", collection.Id);
        json.WriteString("title", texts["collection." + collection.Id]);
        json.WriteString("description", texts[$"collection.{collection.Id}.about"]);
        json.WriteString("itemType", "feature");
        WriteExtent(json, park.Extent());
        json.WriteStartArray("crs");
        foreach (var crs in CrsUri.All)
            json.WriteStringValue(crs);
        json.WriteEndArray();
        json.WriteString("storageCrs", CrsUri.Of(CrsTable.Cgcs2000));
        json.WriteStartArray("links");
        own(json);
        var items = Links.To(request, collection.Path + "/items");
        Links.Write(json, "items", items, MediaTypes.GeoJson);
        Links.Write(json, "items", items + "?f=html", MediaTypes.Html);
        Links.Write(json, "enclosure", Links.To(request, collection.Path + "/whole"), MediaTypes.GeoJson);
        foreach (var schema in collection.Schemas(park.Sight.Hidden))
            Links.Write(json, schema.Relation, Links.To(request, schema.Path), MediaTypes.Schema);
        if (collection == PlotCollection.Plots)
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
}
