using System.Globalization;
using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Formats.Map;
using LandLedger.Geometry;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>Plots as features of a collection, each with what the rules say of it on the day.</summary>
internal sealed class PlotItems(PlotCollection collection)
{
    public Results<Streamed, Problem> Page(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response
    )
    {
        if (!AskedPlace.TryBox(query, out var box))
            return Query.Wrong(Parameters.Bbox, request, options);
        var sort = query.Of(Parameters.SortBy);
        var after = query.Of(Parameters.Page);
        if (after is not null && !(sort ?? new([])).Fits(after))
            return Query.Wrong(Parameters.Page, request, options);
        var (stored, judged, problem) = PlotFilter.Of(query, park.Store);
        if (problem is not null)
            return problem;
        var asked = new PageQuery(AskedDay.Of(query, options), AskedPage.LimitOf(query, options))
        {
            Box = box,
            After = after,
            Sort = sort,
            Filter = stored,
            Class = judged,
        };
        var page = new PlotPage(park, asked, options.Clock, options.PageTime);
        var count = new PlotCount(query.Of(Parameters.Count), asked, park);
        var form = new GeoJsonOptions
        {
            Name = collection.Id,
            Links = collection == PlotCollection.Plots ? [] : LinksOf(request, asked.AsOf),
            Texts = Languages.Of(request),
            Crs = AskedPlace.CrsOf(query, response),
            Decimals = query.Of(Parameters.Decimals),
            Columns = query.Of(collection.Properties),
            After = (json, returned) =>
            {
                count.Write(json, page, returned);
                Links.WritePage(
                    json,
                    query,
                    request,
                    Links.To(request, collection.Path),
                    Parameters.Page.Name,
                    page.Next is { } next ? Cursor.Of(next) : null
                );
            },
        };
        var basis = park.Basis(asked.AsOf);
        return new Streamed(
            query.MediaType,
            asked.Sifts || form.Columns.Any(column => column.IsJudged)
                ? async (output, cancel) =>
                {
                    count.Take(cancel);
                    using var plots = new Started<Evaluation>(page.Judged(cancel));
                    await GeoJsonMap.WriteAsync(output, plots, basis, form, cancel);
                }
                : async (output, cancel) =>
                {
                    count.Take(cancel);
                    using var plots = new Started<Plot>(page.Unjudged(cancel));
                    await GeoJsonMap.WriteAsync(output, plots, basis, form, cancel);
                }
        );
    }

    public Results<JsonAnswer, Problem> One(
        string id,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response
    )
    {
        var (evaluation, problem) = FoundPlot.Of(id, query, park, options);
        if (evaluation is null)
            return problem!;
        var form = new GeoJsonOptions
        {
            Texts = Languages.Of(request),
            Crs = AskedPlace.CrsOf(query, response),
            Decimals = query.Of(Parameters.Decimals),
            Columns = query.Of(collection.Properties),
            Boxes = true,
            After = (json, _) =>
                WriteEnd(json, evaluation, park.Basis(evaluation.AsOf).IdOf(evaluation.Plot), query, request),
        };
        var feature = GeoJsonMap.Feature(evaluation, park.Basis(evaluation.AsOf), form);
        return new JsonAnswer(json => json.WriteRawValue(feature, skipInputValidation: true), query.MediaType);
    }

    /// <summary>What stands behind the members of a feature: the day, and where there is more about the plot.</summary>
    private void WriteEnd(Utf8JsonWriter json, Evaluation evaluation, string plot, Query query, HttpRequest request)
    {
        json.WriteString("asOf", evaluation.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("links");
        Links.WriteForms(json, query, request);
        Links.Write(json, "collection", Links.To(request, collection.Path), MediaTypes.Json);
        foreach (var (rel, type, address) in LinksOf(request, evaluation.AsOf))
            Links.Write(json, rel, address(plot), type);
        json.WriteEndArray();
    }

    /// <summary>The plot itself, where items only speak of it, and how it was judged on the day.</summary>
    private IReadOnlyList<FeatureLink> LinksOf(HttpRequest request, DateOnly asOf)
    {
        var (items, plots) = (Links.To(request, PlotCollection.Plots.Path + "/items/"), Links.To(request, "/plots/"));
        var day = "?asOf=" + asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var judged = new FeatureLink(
            "describedby",
            MediaTypes.Json,
            id => $"{plots}{Uri.EscapeDataString(id)}/evaluation{day}"
        );
        return collection == PlotCollection.Plots
            ? [judged]
            : [new("about", MediaTypes.GeoJson, id => items + Uri.EscapeDataString(id) + day), judged];
    }
}
