using System.Globalization;
using System.Text.Json;
using LandLedger.Acreage;
using LandLedger.Filters;
using LandLedger.Formats.Map;
using LandLedger.Layers;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Layers;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Zones;

/// <summary>The zones of a day, added up by the store; box, filter and page are taken of the few that there are.</summary>
internal static class ZoneItems
{
    public static Results<Streamed, Problem> Page(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response,
        CancellationToken cancel
    )
    {
        if (!AskedPlace.TryBox(query, out var box))
            return Query.Wrong(Parameters.Bbox, request, options);
        var (filter, problem) = AskedFilter.Of(query, ZoneLayer.Queryables, _ => null);
        if (problem is not null)
            return problem;
        var test = filter is null ? null : new FilterTest<LayerFeature>(filter, ZoneLayer.ValueOf);
        var asOf = AskedDay.Of(query, options);
        var zones = park
            .Store.Zones(asOf, cancel)
            .Select(zone => (zone.Key, Feature: ZoneLayer.Feature(zone)))
            .Where(zone => box is null || (zone.Feature.Shape is { } shape && box.Meets(shape.Wkb.Span, shape.Box)))
            .Where(zone => test?.Holds(zone.Feature) is not false)
            .ToList();
        var left = query.Of(Parameters.ZonePage) is { } after
            ? zones.SkipWhile(zone => zone.Key.CompareTo(after) <= 0).ToList()
            : zones;
        var page = left[..Math.Min(left.Count, AskedPage.LimitOf(query, options))];
        var next = page.Count < left.Count ? page[^1].Key.ToString() : null;
        var form = FormOf(query, request, response) with
        {
            Before = json => WriteDay(json, asOf),
            After = (json, _) =>
            {
                json.WriteNumber("numberMatched", zones.Count);
                Links.WritePage(json, query, request, At(request), Parameters.ZonePage.Name, next);
            },
        };
        return new Streamed(
            query.MediaType,
            (output, token) =>
                LayerMap.WriteAsync(
                    output,
                    ZoneLayer.Of(form.Texts, null),
                    page.Select(zone => zone.Feature),
                    form,
                    token
                )
        );
    }

    public static Results<JsonAnswer, Problem> One(
        string id,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response,
        CancellationToken cancel
    )
    {
        var asOf = AskedDay.Of(query, options);
        if (
            ZoneKey.Parse(Links.Part(id)) is not { } key
            || park.Store.Zones(asOf, cancel).FirstOrDefault(zone => zone.Key == key) is not { } found
        )
            return new Problem("feature-unknown", ("collection", ZoneLayer.Id), ("feature", Links.Part(id)));
        var form = FormOf(query, request, response) with
        {
            Boxes = true,
            After = (json, _) =>
            {
                WriteDay(json, asOf);
                var plots = PlotsOf(key, asOf, request);
                Links.WriteItem(json, query, request, At(request), ("related", plots, MediaTypes.GeoJson));
            },
        };
        var feature = LayerMap.Feature(ZoneLayer.Of(form.Texts, null), ZoneLayer.Feature(found), form);
        return new JsonAnswer(json => json.WriteRawValue(feature, skipInputValidation: true), query.MediaType);
    }

    private static string At(HttpRequest request) => Links.To(request, "/collections/" + ZoneLayer.Id);

    private static void WriteDay(Utf8JsonWriter json, DateOnly asOf) =>
        json.WriteString("asOf", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static GeoJsonOptions FormOf(Query query, HttpRequest request, HttpResponse response) =>
        new()
        {
            Texts = Languages.Of(request),
            Crs = AskedPlace.CrsOf(query, response),
            Decimals = query.Of(Parameters.Decimals),
        };

    /// <summary>Where the plots of the zone are, on the same day.</summary>
    private static string PlotsOf(ZoneKey key, DateOnly asOf, HttpRequest request)
    {
        var filter = new And([Is("county", key.County.Length == 0 ? null : key.County), Is("zone", key.Zone)]);
        var day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Links.To(request, PlotCollection.Plots.Path + "/items")
            + $"?asOf={day}&filter={Uri.EscapeDataString(filter.ToString())}";

        static Predicate Is(string name, string? value) =>
            value is null
                ? new IsNull(new Property(name))
                : new Comparison(Comparator.Equal, new Property(name), new TextValue(value));
    }
}
