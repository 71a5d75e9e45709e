using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Lists;

/// <summary>The disposal list as it would be issued on the day, as a file for the desk or the map; nothing is kept of it.</summary>
internal static class ListPreview
{
    /// <summary>Header of how many plots cases keep off the list; absent where they keep none.</summary>
    public const string HeldBackHeader = "LandLedger-Held-Back";

    public static Streamed Make(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response,
        CancellationToken cancel
    )
    {
        var asOf = query.Of(Parameters.AsOf) ?? options.Today;
        var shapes = ListAnswer.FormOf(query.MediaType) == ListForm.GeoJson;
        var texts = query.Of(Parameters.Lang) ?? Languages.Of(request);
        var judged = park.All(asOf, shapes, cancel);
        var list = DisposalList.Of(
            judged,
            park.Basis(asOf),
            texts,
            query.Of(Parameters.Category),
            query.Of(Parameters.Held)
        );
        // A CSV has rows alone.
        if (list.Totals.HeldBack is { Plots: > 0 and var plots })
            response.Headers[HeldBackHeader] = plots.ToString(CultureInfo.InvariantCulture);
        return ListAnswer.Of(list.Contents, query.MediaType);
    }
}
