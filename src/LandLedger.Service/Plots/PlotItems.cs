using LandLedger.Disposal;
using LandLedger.Formats.Map;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>Plots as features of a collection, each with what the rules say of it on the day: a page of them, or all in one answer.</summary>
internal sealed class PlotItems(PlotCollection collection)
{
    public Results<Streamed, Problem> Page(
        Query query,
        Park park,
        KeptFeatures kept,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response
    )
    {
        if (Wrong(query, park, options, request, out var asked) is { } problem)
            return problem;
        var page = new PlotPage(park, asked, options.Clock, options.PageTime);
        var count = new PlotCount(query.Of(Parameters.Count), asked, park);
        var form = FormOf(asked, query, request, response) with
        {
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
        if (asked.Class is null && asked.Sort is null)
        {
            var features = new FeatureReader(
                park,
                kept,
                FeatureForm.Of(asked.AsOf, park.Sight, collection, form, request),
                form
            );
            return new Streamed(
                query.MediaType,
                async (output, cancel) =>
                {
                    count.Take(cancel);
                    using var made = new Started<ReadOnlyMemory<byte>>(page.Features(features, cancel));
                    await GeoJsonMap.WriteAsync(output, made, park.Head(asked.AsOf), form, cancel);
                }
            );
        }
        return Written(
            query,
            asked,
            form,
            park.Basis(asked.AsOf),
            cancel =>
            {
                count.Take(cancel);
                return page.Judged(cancel);
            },
            cancel =>
            {
                count.Take(cancel);
                return page.Unjudged(cancel);
            }
        );
    }

    /// <summary>
    /// In order of their key, from one state of the store. Plots are read, judged and written a stretch at a time, as fast as the client
    /// takes them, so that memory stays the same however many there are.
    /// </summary>
    public Results<Streamed, Problem> Whole(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response
    )
    {
        if (Wrong(query, park, options, request, out var asked) is { } problem)
            return problem;
        var form = FormOf(asked, query, request, response) with
        {
            After = (json, _) => Links.WriteItem(json, query, request, Links.To(request, collection.Path)),
        };
        var plots = new WholePlots(park, asked);
        return Written(query, asked, form, park.Basis(asked.AsOf), plots.Judged, plots.Unjudged);
    }

    /// <summary>Reads what plots are asked for; what is wrong with it, or null.</summary>
    private static Problem? Wrong(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        out PageQuery asked
    )
    {
        var sort = query.Of(Parameters.SortBy);
        var after = query.Of(Parameters.Page);
        asked = new(AskedDay.Of(query, options), AskedPage.LimitOf(query, options)) { After = after, Sort = sort };
        if (!AskedPlace.TryBox(query, out var box))
            return Query.Wrong(Parameters.Bbox, request, options);
        if (!AskedPlace.IsShiftable(query))
            return Query.Wrong(Parameters.Shifted, request, options);
        if (after is not null && !(sort ?? new([])).Fits(after))
            return Query.Wrong(Parameters.Page, request, options);
        var (stored, judged, problem) = PlotFilter.Of(query, park);
        asked = asked with { Box = box, Filter = stored, Class = judged };
        return problem;
    }

    private GeoJsonOptions FormOf(PageQuery asked, Query query, HttpRequest request, HttpResponse response) =>
        new()
        {
            Name = collection.Id,
            Links = collection == PlotCollection.Plots ? [] : collection.LinksOf(request, asked.AsOf),
            Texts = Languages.Of(request),
            Crs = AskedPlace.CrsOf(query, response),
            Shifted = query.Of(Parameters.Shifted),
            Decimals = query.Of(Parameters.Decimals),
            Columns = query.Of(collection.Properties),
        };

    /// <summary>No rule is asked where neither a class is sought nor a property comes from the rules.</summary>
    private static Streamed Written(
        Query query,
        PageQuery asked,
        GeoJsonOptions form,
        ListBasis basis,
        Func<CancellationToken, IEnumerable<Evaluation>> judged,
        Func<CancellationToken, IEnumerable<Plot>> unjudged
    ) =>
        new(
            query.MediaType,
            asked.Sifts || form.Columns.Any(column => column.IsJudged)
                ? async (output, cancel) =>
                {
                    using var plots = new Started<Evaluation>(judged(cancel));
                    await GeoJsonMap.WriteAsync(output, plots, basis, form, cancel);
                }
                : async (output, cancel) =>
                {
                    using var plots = new Started<Plot>(unjudged(cancel));
                    await GeoJsonMap.WriteAsync(output, plots, basis, form, cancel);
                }
        );
}
