using System.Globalization;
using System.Text.Json;
using LandLedger.Formats.Map;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>One plot as a feature of a collection, by the id in the path.</summary>
internal sealed class PlotItem(PlotCollection collection)
{
    public Results<JsonAnswer, Problem> Show(
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
        if (!AskedPlace.IsShiftable(query))
            return Query.Wrong(Parameters.Shifted, request, options);
        var basis = park.Basis(evaluation.AsOf);
        var form = new GeoJsonOptions
        {
            Texts = Languages.Of(request),
            Crs = AskedPlace.CrsOf(query, response),
            Shifted = query.Of(Parameters.Shifted),
            Decimals = query.Of(Parameters.Decimals),
            Columns = query.Of(collection.Properties),
            Boxes = true,
            After = (json, _) => WriteEnd(json, evaluation, basis.IdOf(evaluation.Plot), query, request),
        };
        var feature = GeoJsonMap.Feature(evaluation, basis, form);
        return new JsonAnswer(json => json.WriteRawValue(feature, skipInputValidation: true), query.MediaType);
    }

    /// <summary>What stands behind the members of a feature: the day, and where there is more about the plot.</summary>
    private void WriteEnd(Utf8JsonWriter json, Evaluation evaluation, string plot, Query query, HttpRequest request)
    {
        json.WriteString("asOf", evaluation.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Links.WriteItem(
            json,
            query,
            request,
            Links.To(request, collection.Path),
            collection.LinksOf(request, evaluation.AsOf).Select(link => (link.Rel, link.Address(plot), link.Type))
        );
    }
}
