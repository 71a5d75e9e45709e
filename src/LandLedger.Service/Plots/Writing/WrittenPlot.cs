using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Plots.Writing;

/// <summary>A plot as it is after a write, judged today, with what is odd about what was said.</summary>
internal static class WrittenPlot
{
    public static Tagged Answer(PlotRequest request, FoundPlot found, IReadOnlyList<ImportIssue> issues)
    {
        var (items, id) = (new PlotItem(PlotCollection.Plots), "");
        var feature = items.Feature(
            found.Evaluation!,
            request.Query,
            request.Park,
            request.Http,
            request.Response,
            (json, plot) =>
            {
                id = plot;
                json.WriteStartArray("links");
                Links.Write(json, "self", AddressOf(request.Http, plot), MediaTypes.GeoJson);
                Links.Write(json, "collection", Links.To(request.Http, PlotCollection.Plots.Path), MediaTypes.Json);
                json.WriteEndArray();
                json.WriteStartArray("issues");
                foreach (var issue in issues.Where(issue => issue.Severity != Severity.Note))
                    IssueJson.Write(json, issue);
                json.WriteEndArray();
            }
        );
        return new(
            feature,
            PlotDigest.Of(found.Stored!),
            HttpMethods.IsPost(request.Http.Method) ? AddressOf(request.Http, id) : null,
            request.Query.MediaType
        );
    }

    private static string AddressOf(HttpRequest request, string plot) =>
        Links.To(request, $"{PlotCollection.Plots.Path}/items/{Uri.EscapeDataString(plot)}");
}
