using System.Globalization;
using System.Text.Json;
using LandLedger.Formats.Map;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>One plot as a feature of a collection, by the id in the path. The state in its tag is that of the plot's own facts.</summary>
internal sealed class PlotItem(PlotCollection collection)
{
    public Results<Tagged, Problem> Show(
        string id,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response
    )
    {
        var (evaluation, stored, problem) = FoundPlot.Of(id, query, park, options);
        if (evaluation is null)
            return problem!;
        if (!AskedPlace.IsShiftable(query))
            return Query.Wrong(Parameters.Shifted, request, options);
        var feature = Feature(
            evaluation,
            query,
            park,
            request,
            response,
            (json, plot) =>
                Links.WriteItem(
                    json,
                    query,
                    request,
                    Links.To(request, collection.Path),
                    collection
                        .LinksOf(request, evaluation.AsOf)
                        .Select(link => (link.Rel, link.Address(plot), link.Type))
                )
        );
        return new Tagged(feature, StateOf(stored!, park), mediaType: query.MediaType);
    }

    /// <summary>To those from whom something is hidden it tells nothing: facts could be guessed by the digest of all, and they do not write.</summary>
    private static string StateOf(Plot stored, Park park) =>
        park.Sight.Hidden == FieldGroups.None ? PlotDigest.Of(stored) : "seen";

    /// <summary>The feature, in the form that is asked for, with the day judged behind its members.</summary>
    /// <param name="more">Writes what comes after them, by the id of the plot.</param>
    public byte[] Feature(
        Evaluation evaluation,
        Query query,
        Park park,
        HttpRequest request,
        HttpResponse response,
        Action<Utf8JsonWriter, string> more
    )
    {
        var basis = park.Basis(evaluation.AsOf);
        var form = new GeoJsonOptions
        {
            Texts = Languages.Of(request),
            Crs = AskedPlace.CrsOf(query, response),
            Shifted = query.Of(Parameters.Shifted),
            Decimals = query.Of(Parameters.Decimals),
            Columns = query.Of(collection.Properties),
            Boxes = true,
            After = (json, _) =>
            {
                json.WriteString("asOf", evaluation.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                more(json, basis.IdOf(evaluation.Plot));
            },
        };
        return GeoJsonMap.Feature(evaluation, basis, form);
    }
}
