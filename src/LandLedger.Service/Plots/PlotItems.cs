using System.Globalization;
using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Formats.Map;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>Plots as features, each with what the rules say of it on the day.</summary>
internal static class PlotItems
{
    public static Streamed Page(Query query, Park park, ServiceOptions options, HttpRequest request)
    {
        var limit = Math.Min(query.Of(Parameters.Limit) ?? Parameters.DefaultPage, options.MaxPage);
        var asked = new PageQuery(query.Of(Parameters.AsOf) ?? options.Today, limit)
        {
            Box = query.Of(Parameters.Bbox),
            After = query.Of(Parameters.Page),
            Categories = query.Of(Parameters.Category),
            Zone = query.Of(Parameters.Zone),
        };
        var page = new PlotPage(park, asked, options.Clock, options.PageTime);
        var form = new GeoJsonOptions
        {
            Texts = Languages.Of(request),
            Before = json => json.WriteString("timeStamp", TimeStamp(options.Clock)),
            After = (json, _) => WriteLinks(json, page, request),
        };
        var basis = ListBasis.Of(options.Rules, asked.AsOf, options.Store.Name);
        return new(
            TypeOf(request),
            async (output, cancel) =>
            {
                using var plots = new Started<Evaluation>(page.Read(cancel));
                await GeoJsonMap.WriteAsync(output, plots, basis, form, cancel);
            }
        );
    }

    public static Results<JsonAnswer, Problem> One(
        string id,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request
    )
    {
        var (evaluation, problem) = FoundPlot.Of(id, query, park, options);
        if (evaluation is null)
            return problem!;
        var form = new GeoJsonOptions { Texts = Languages.Of(request), Boxes = true };
        return new JsonAnswer(json => WriteFeature(json, evaluation, form, request), TypeOf(request));
    }

    private static void WriteFeature(
        Utf8JsonWriter json,
        Evaluation evaluation,
        GeoJsonOptions form,
        HttpRequest request
    )
    {
        json.WriteStartObject();
        using (var feature = JsonDocument.Parse(GeoJsonMap.Feature(evaluation, form)))
        {
            foreach (var member in feature.RootElement.EnumerateObject())
                member.WriteTo(json);
        }
        json.WriteString("asOf", evaluation.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("links");
        Links.Write(json, "self", Links.Self(request), MediaTypes.GeoJson);
        Links.Write(json, "collection", Links.To(request, "/collections/plots/items"), MediaTypes.GeoJson);
        var number = Uri.EscapeDataString(evaluation.Plot.Number);
        Links.Write(json, "describedby", Links.To(request, $"/plots/{number}/evaluation"), MediaTypes.Json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter json, PlotPage page, HttpRequest request)
    {
        json.WriteStartArray("links");
        Links.Write(json, "self", Links.Self(request), MediaTypes.GeoJson);
        if (page.Next is { } next)
        {
            var href = Links.With(request, Parameters.Page.Name, Cursor.Of(next));
            Links.Write(json, "next", href, MediaTypes.GeoJson);
        }
        json.WriteEndArray();
    }

    private static string TypeOf(HttpRequest request) =>
        MediaTypes.Choose(request.Headers.Accept, [MediaTypes.GeoJson, MediaTypes.Json])!;

    private static string TimeStamp(TimeProvider clock) =>
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
