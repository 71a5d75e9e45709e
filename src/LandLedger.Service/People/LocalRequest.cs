using System.Net;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.People;

/// <summary>Whether a request comes from somebody at this machine.</summary>
internal static class LocalRequest
{
    /// <summary>A gateway on this machine hands on what others ask; it says so by one of these.</summary>
    private static readonly string[] HandedOn =
    [
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "Via",
    ];

    /// <summary>
    /// From a loopback address, by no gateway, and to a loopback name: a page of another site that has its own name lead to this machine gets
    /// nowhere.
    /// </summary>
    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && !HandedOn.Any(context.Request.Headers.ContainsKey)
        && ServiceOptions.IsLoopbackHost(context.Request.Host.Host);
}
