using LandLedger.Service.Http;

namespace LandLedger.Service.OpenApi;

internal sealed class OpenApiModule : ServiceModule
{
    public OpenApiModule(IServiceProvider services)
        : base(services) =>
        Get(
            "/openapi.json",
            Show,
            new("openapi")
            {
                Offers = [MediaTypes.OpenApi, MediaTypes.Json],
                Schema = "object",
                Needs = null,
            }
        );

    private static BytesAnswer Show(OpenApiDocument document, Query query) => new(document.Bytes, query.MediaType);
}
