using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Lists;

/// <summary>The disposal list as it would be issued on the day, as a file for the desk or the map; nothing is kept of it.</summary>
internal static class ListPreview
{
    public static Streamed Make(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        CancellationToken cancel
    )
    {
        var asOf = query.Of(Parameters.AsOf) ?? options.Today;
        var shapes = ListAnswer.FormOf(query.MediaType) == ListForm.GeoJson;
        var texts = query.Of(Parameters.Lang) ?? Languages.Of(request);
        var judged = park.All(asOf, shapes, cancel);
        var list = DisposalList.Of(judged, park.Basis(asOf), texts, query.Of(Parameters.Category));
        return ListAnswer.Of(list.Contents, query.MediaType);
    }
}
