using LandLedger.Cases;
using LandLedger.People;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.People;

/// <summary>
/// Tells whom a request is from: by a token of the store, or a JWT of the issuer. While neither is there, whoever sits at this machine is let in
/// as its admin, and nobody else.
/// </summary>
internal sealed class SignIn(ServiceOptions options, KnownTokens tokens, IssuedJwt jwt)
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets the caller of a request in, as far as the route is for him; else the problem to answer with.</summary>
    /// <exception cref="Import.StoreException">The store cannot be read.</exception>
    public async Task<Problem?> TakeAsync(HttpContext context, Route route)
    {
        if (route.Needs is not { } right)
            return null;
        if (await CallerAsync(context) is not { } caller)
        {
            // The same whatever the reason.
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"LandLedger\"";
            return new("sign-in");
        }
        caller.EnterBy(context);
        context.RequestServices.GetRequiredService<Park>().ShowTo(caller.User);
        return caller.Refusal(right, route.Tells)
            ?? (route.IsUncut && !caller.User.Scope.IsAll ? new("scope-bounded") : null);
    }

    /// <summary>Whether nobody could sign in if he tried: the service is open to this machine alone.</summary>
    public bool IsUnset => options.Issuer is null && !tokens.Now().Any;

    private async Task<Caller?> CallerAsync(HttpContext context)
    {
        var known = tokens.Now();
        if (!known.Any && options.Issuer is null)
            return LocalRequest.Is(context)
                ? new(new(options.Account, Role.Admin), IsSignedIn: false, known.Stamp)
                : null;
        if (BearerOf(context.Request) is not { } bearer)
            return null;
        if (bearer.StartsWith(TokenSecret.Prefix, StringComparison.Ordinal))
            return Of(known.Find(bearer, options.Today), known);
        return options.Issuer is null ? null : Of(await jwt.UserAsync(context), known);
    }

    private static Caller? Of(User? user, KnownTokens.OfState known) =>
        user is null ? null : new(user, IsSignedIn: true, known.Stamp);

    private static string? BearerOf(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header]
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;
}
