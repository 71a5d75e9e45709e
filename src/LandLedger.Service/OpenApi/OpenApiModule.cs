using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.OpenApi;

internal sealed class OpenApiModule : ServiceModule
{
    public OpenApiModule(IServiceProvider services)
        : base(services) =>
        Get(
            "/openapi.json",
            Show,
            new("openapi") { Offers = [MediaTypes.OpenApi, MediaTypes.Json], Schema = "object" }
        );

    private static FileContentHttpResult Show(OpenApiDocument document, Query query) =>
        TypedResults.Bytes(document.Bytes, query.MediaType);
}
