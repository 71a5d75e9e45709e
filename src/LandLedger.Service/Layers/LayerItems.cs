using System.Globalization;
using LandLedger.Formats.Map;
using LandLedger.Layers;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Layers;

/// <summary>The features of a layer, with the properties that its file gave them.</summary>
internal static class LayerItems
{
    public static Results<Streamed, Problem> Page(
        string collection,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response
    )
    {
        var store = park.Store.Layers;
        var (layer, unknown) = FoundLayer.Of(collection, store);
        if (layer is null)
            return unknown!;
        if (!AskedPlace.TryBox(query, out var box))
            return Query.Wrong(Parameters.Bbox, request, options);
        if (SortText.SortOf(query.Of(Parameters.LayerSortBy), FeatureSort.Sortables(layer)) is not { } sort)
            return Query.Wrong(Parameters.LayerSortBy, request, options);
        var after = query.Of(Parameters.Page);
        if (after is not null && !FeatureSort.Fits(sort, after))
            return Query.Wrong(Parameters.Page, request, options);
        var (filter, problem) = AskedFilter.Of(query, layer.Queryables, bound => store.Refusal(layer, bound));
        if (problem is not null)
            return problem;
        var asked = new LayerPageQuery(layer, AskedPage.LimitOf(query, options))
        {
            Box = box,
            After = after,
            Sort = sort.Terms.Count == 0 ? null : sort,
            Filter = filter,
        };
        var count = new LayerCount(query.Of(Parameters.Count), asked, store);
        var page = new LayerPage(store, asked, options.Clock, options.PageTime);
        var form = FormOf(query, request, response) with
        {
            After = (json, returned) =>
            {
                count.Write(json, page, returned);
                Links.WritePage(
                    json,
                    query,
                    request,
                    LayerCollection.At(request, layer),
                    Parameters.Page.Name,
                    page.Next is { } next ? Cursor.Of(next) : null
                );
            },
        };
        return new Streamed(
            query.MediaType,
            async (output, cancel) =>
            {
                count.Take(cancel);
                using var features = new Started<LayerFeature>(page.Read(cancel));
                await LayerMap.WriteAsync(output, layer, features, form, cancel);
            }
        );
    }

    public static Results<JsonAnswer, Problem> One(
        string collection,
        string id,
        Query query,
        Park park,
        HttpRequest request,
        HttpResponse response
    )
    {
        var store = park.Store.Layers;
        var (layer, unknown) = FoundLayer.Of(collection, store);
        if (layer is null)
            return unknown!;
        if (Find(store, layer, id) is not { } feature)
            return new Problem("feature-unknown", ("collection", layer.Name), ("feature", Links.Part(id)));
        var form = FormOf(query, request, response) with
        {
            Boxes = true,
            After = (json, _) => Links.WriteItem(json, query, request, LayerCollection.At(request, layer)),
        };
        var written = LayerMap.Feature(layer, feature, form);
        return new JsonAnswer(json => json.WriteRawValue(written, skipInputValidation: true), query.MediaType);
    }

    private static LayerFeature? Find(ILayerStore store, Layer layer, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? store.Features(layer, new() { After = id - 1, Limit = 1 }).FirstOrDefault(feature => feature.Id == id)
            : null;

    private static GeoJsonOptions FormOf(Query query, HttpRequest request, HttpResponse response) =>
        new()
        {
            Texts = Languages.Of(request),
            Crs = AskedPlace.CrsOf(query, response),
            Decimals = query.Of(Parameters.Decimals),
        };
}
