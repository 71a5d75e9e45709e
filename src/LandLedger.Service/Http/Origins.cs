using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Http;

/// <summary>Where a request that writes comes from.</summary>
internal static class Origins
{
    /// <summary>A page of another site may make a browser send something here; it cannot hide where it comes from.</summary>
    public static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
}
