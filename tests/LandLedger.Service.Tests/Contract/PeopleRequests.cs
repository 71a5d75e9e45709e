using System.Net;
using LandLedger.Cases;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Service.Tests.People;
using Microsoft.AspNetCore.Routing;

namespace LandLedger.Service.Tests.Contract;

/// <summary>What every address answers to who is not let in.</summary>
internal static class PeopleRequests
{
    /// <summary>Makes the first token; from then on nobody is let in without one.</summary>
    public static async Task Refuse(RunningService service)
    {
        using (var store = GeoPackageStore.Open(service.StorePath, StoreMode.Write))
            Keys.Add(store, "李阅", Role.Viewer);
        foreach (var (endpoint, method) in Operations(service).Where(one => RouteOf(one.Endpoint).Needs is not null))
        {
            await SignInTests.RefusedAsync(service, new(method, PathOf(endpoint)));
            if (RoleRules.With(RouteOf(endpoint).Needs!.Value, RouteOf(endpoint).Tells).Contains(Role.Viewer))
                continue;
            using var request = new HttpRequestMessage(method, PathOf(endpoint));
            request.Headers.Authorization = new("Bearer", Keys.Secret("李阅"));
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    /// <summary>All that can be asked, but for the same without a body.</summary>
    public static IEnumerable<(RouteEndpoint Endpoint, HttpMethod Method)> Operations(RunningService service) =>
        from endpoint in service.Endpoints
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        where method != HttpMethod.Head.Method
        select (endpoint, new HttpMethod(method));

    public static Http.Route RouteOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Http.Route>()!;

    /// <summary>With something for each of its places.</summary>
    public static string PathOf(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                segment.Parts is [Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal]
                    ? literal.Content
                    : "x"
            )
        );
}
