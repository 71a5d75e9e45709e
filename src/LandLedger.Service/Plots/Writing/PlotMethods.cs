using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots.Writing;

/// <summary>Which methods the addresses of plots know, and what bodies these take.</summary>
internal static class PlotMethods
{
    public static Ok OfAll(HttpResponse response)
    {
        response.Headers.Allow = "GET, HEAD, OPTIONS, POST";
        response.Headers["Accept-Post"] = string.Join(", ", PlotWrites.Features);
        return TypedResults.Ok();
    }

    public static Ok OfOne(HttpResponse response)
    {
        response.Headers.Allow = "DELETE, GET, HEAD, OPTIONS, PATCH, PUT";
        response.Headers["Accept-Patch"] = string.Join(", ", PlotWrites.Patches);
        return TypedResults.Ok();
    }
}
