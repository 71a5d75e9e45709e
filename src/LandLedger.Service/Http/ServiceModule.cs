using Carter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace LandLedger.Service.Http;

/// <summary>
/// A feature's routes. Carter 5 knows request delegates only; this turns typed handlers, with their dependencies as parameters,
/// into such, and is all that a later Carter with <c>AddRoutes</c> would replace. Modules live as long as the service.
/// </summary>
internal abstract class ServiceModule(IServiceProvider services) : CarterModule
{
    protected void Get(string path, Delegate handler, Route route) =>
        Describe(Get(path, Typed(path, handler, out var metadata)), handler, route, metadata);

    protected void Post(string path, Delegate handler, Route route) =>
        Describe(Post(path, Typed(path, handler, out var metadata)), handler, route, metadata);

    protected void Put(string path, Delegate handler, Route route) =>
        Describe(Put(path, Typed(path, handler, out var metadata)), handler, route, metadata);

    protected void Patch(string path, Delegate handler, Route route) =>
        Describe(Patch(path, Typed(path, handler, out var metadata)), handler, route, metadata);

    protected void Delete(string path, Delegate handler, Route route) =>
        Describe(Delete(path, Typed(path, handler, out var metadata)), handler, route, metadata);

    protected void Options(string path, Delegate handler, Route route) =>
        Describe(Options(path, Typed(path, handler, out var metadata)), handler, route, metadata);

    private RequestDelegate Typed(string path, Delegate handler, out IReadOnlyList<object> metadata)
    {
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = RoutePatternFactory.Parse(path).Parameters.Select(parameter => parameter.Name),
            ThrowOnBadRequest = true,
        };
        var inferred = RequestDelegateFactory.InferMetadata(handler.Method, options);
        var made = RequestDelegateFactory.Create(handler, options, inferred);
        metadata = made.EndpointMetadata;
        return made.RequestDelegate;
    }

    private static void Describe(
        IEndpointConventionBuilder endpoint,
        Delegate handler,
        Route route,
        IReadOnlyList<object> metadata
    ) =>
        endpoint.Add(builder =>
        {
            builder.Metadata.Add(handler.Method);
            foreach (var item in metadata)
                builder.Metadata.Add(item);
            builder.Metadata.Add(route);
        });
}
