using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LandLedger.People;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Http;

/// <summary>
/// Strong entity tags. An answer is the same while the store, the day, the program with its rules, the request and what its user may see are; of these
/// only the stamp of the store is looked up, so that a client whose copy still stands costs no reading. It is looked up before anything is
/// read and is never ahead of it, so that no tag outlives its answer.
/// </summary>
internal sealed class Validator(ServiceOptions options, OpenStore store)
{
    internal const string Varies = "Accept, Accept-Encoding, Accept-Language, Authorization";

    /// <summary>Rules are read once, at the start: another start may judge by others.</summary>
    private readonly string _start = Guid.NewGuid().ToString("N");

    /// <summary>Puts the tag on the answer; true when the client has just that, and nothing is left to do but to say so.</summary>
    public bool Holds(HttpContext context, Query query)
    {
        var caller = Caller.Find(context.Request);
        if ((caller?.Stamp ?? store.Stamp()) is not { } stamp)
            return false;
        var tag = TagOf(context.Request, query, stamp, caller?.User);
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "private, no-cache";
        headers.Vary = Varies;
        if (!IsKnown(context.Request.Headers.IfNoneMatch, tag))
            return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private string TagOf(HttpRequest request, Query query, string stamp, User? user)
    {
        string[] parts =
        [
            _start,
            stamp,
            options.Today.ToString("O", CultureInfo.InvariantCulture),
            Links.Self(request),
            query.MediaType,
            Languages.Of(request).Tag,
            request.Headers.AcceptEncoding.ToString(),
            user is null ? "" : $"{user.Role} {user.Scope}",
        ];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return "\"" + Base64Url.EncodeToString(hash.AsSpan(0, 18)) + "\"";
    }

    internal static bool IsKnown(IEnumerable<string?> asked, string tag) =>
        EntityTagHeaderValue.TryParseList([.. asked.OfType<string>()], out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag == tag);
}
