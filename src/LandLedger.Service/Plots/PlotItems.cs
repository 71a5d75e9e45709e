using System.Globalization;
using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Formats.Map;
using LandLedger.Geometry;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>Plots as features, each with what the rules say of it on the day.</summary>
internal static class PlotItems
{
    public static Results<Streamed, Problem> Page(
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
        var (filter, problem) = AskedFilter.Of(query, PlotQueryables.All, park.Store.Refusal, ZoneOf(query));
        if (problem is not null)
            return problem;
        var limit = Math.Min(query.Of(Parameters.Limit) ?? Parameters.DefaultPage, options.MaxPage);
        var asked = new PageQuery(DayOf(query, options), limit)
        {
            Box = box,
            After = after,
            Sort = sort,
            Categories = query.Of(Parameters.Category),
            Filter = filter,
        };
        var page = new PlotPage(park, asked, options.Clock, options.PageTime);
        var count = new PlotCount(query.Of(Parameters.Count), asked, park);
        var form = new GeoJsonOptions
        {
            Texts = Languages.Of(request),
            Crs = AskedPlace.CrsOf(query, response),
            Decimals = query.Of(Parameters.Decimals),
            Columns = query.Of(Parameters.Properties),
            After = (json, returned) =>
            {
                count.Write(json, page, returned);
                Links.WritePage(
                    json,
                    query,
                    request,
                    Links.To(request, "/collections/plots"),
                    Parameters.Page.Name,
                    page.Next is { } next ? Cursor.Of(next) : null
                );
            },
        };
        var basis = park.Basis(asked.AsOf);
        return new Streamed(
            query.MediaType,
            asked.Categories.Count > 0 || form.Columns.Any(column => column.IsJudged)
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

    public static Results<JsonAnswer, Problem> One(
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
            Columns = query.Of(Parameters.Properties),
            Boxes = true,
        };
        var basis = park.Basis(evaluation.AsOf);
        return new JsonAnswer(json => WriteFeature(json, evaluation, basis, form, query, request), query.MediaType);
    }

    private static void WriteFeature(
        Utf8JsonWriter json,
        Evaluation evaluation,
        ListBasis basis,
        GeoJsonOptions form,
        Query query,
        HttpRequest request
    )
    {
        json.WriteStartObject();
        using (var feature = JsonDocument.Parse(GeoJsonMap.Feature(evaluation, basis, form)))
        {
            foreach (var member in feature.RootElement.EnumerateObject())
                member.WriteTo(json);
        }
        json.WriteString("asOf", evaluation.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("links");
        Links.WriteForms(json, query, request);
        Links.Write(json, "collection", Links.To(request, "/collections/plots"), MediaTypes.Json);
        var id = Uri.EscapeDataString(basis.IdOf(evaluation.Plot));
        Links.Write(json, "describedby", Links.To(request, $"/plots/{id}/evaluation"), MediaTypes.Json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The day of the register: as asked, else the last of the days asked for, else today.</summary>
    private static DateOnly DayOf(Query query, ServiceOptions options) =>
        query.Of(Parameters.AsOf) ?? query.Of(Parameters.DateTime)?.To ?? options.Today;

    /// <summary>The zone that is asked for, which is a filter in short.</summary>
    private static Comparison? ZoneOf(Query query) =>
        query.Of(Parameters.Zone) is { } zone
            ? new(Comparator.Equal, new Property(PlotFields.Zone.Id), new TextValue(zone))
            : null;
}
