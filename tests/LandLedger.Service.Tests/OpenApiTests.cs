using LandLedger.Service.Http;
using LandLedger.Service.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace LandLedger.Service.Tests;

public sealed class OpenApiTests
{
    private static readonly string CheckedIn = Path.Combine(TestFiles.Root, "openapi.json");

    [Fact]
    public async Task The_document_at_the_root_is_the_one_that_is_served()
    {
        await using var service = await RunningService.StartAsync();
        using var answer = await service.Client.GetAsync("/openapi.json");
        Assert.Equal("application/vnd.oai.openapi+json; version=3.0", answer.Content.Headers.ContentType?.ToString());
        var served = await answer.Content.ReadAsStringAsync();
        if (Environment.GetEnvironmentVariable("LANDLEDGER_WRITE") == "1")
            await File.WriteAllTextAsync(CheckedIn, served);
        var known = File.Exists(CheckedIn) ? await File.ReadAllTextAsync(CheckedIn) : "";
        Assert.True(
            known == served,
            "openapi.json is stale. Run these tests once with LANDLEDGER_WRITE=1 and commit it."
        );
    }

    [Fact]
    public async Task The_document_is_valid_OpenAPI_3_and_every_reference_in_it_leads_somewhere()
    {
        await using var service = await RunningService.StartAsync();
        var text = await service.Client.GetStringAsync("/openapi.json");
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(text, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_0, read.Diagnostic.SpecificationVersion);
        using var document = JsonDocument.Parse(text);
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        Assert.All(References(document.RootElement), name => Assert.True(schemas.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Every_route_is_described_and_its_words_are_there()
    {
        await using var service = await RunningService.StartAsync();
        using var document = JsonDocument.Parse(await service.Client.GetStringAsync("/openapi.json"));
        var described = document
            .RootElement.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "delete /collections/plots/items/{id}",
                "delete /office/calendar",
                "delete /office/templates/{kind}",
                "get /",
                "get /acreage",
                "get /cases",
                "get /cases/due",
                "get /cases/{number}",
                "get /cases/{number}/allowed",
                "get /cases/{number}/evidence",
                "get /cases/{number}/evidence/{sha256}",
                "get /cases/{number}/papers",
                "get /cases/{number}/papers/{kind}",
                "get /charges",
                "get /collections",
                "get /collections/evaluations",
                "get /collections/evaluations/items",
                "get /collections/evaluations/items/{id}",
                "get /collections/evaluations/queryables",
                "get /collections/evaluations/schema",
                "get /collections/evaluations/sortables",
                "get /collections/evaluations/whole",
                "get /collections/plots",
                "get /collections/plots/items",
                "get /collections/plots/items/{id}",
                "get /collections/plots/queryables",
                "get /collections/plots/schema",
                "get /collections/plots/sortables",
                "get /collections/plots/tiles",
                "get /collections/plots/tiles/WebMercatorQuad",
                "get /collections/plots/tiles/WebMercatorQuad/{zoom}/{row}/{column}",
                "get /collections/plots/whole",
                "get /collections/zones",
                "get /collections/zones/items",
                "get /collections/zones/items/{id}",
                "get /collections/zones/queryables",
                "get /collections/zones/schema",
                "get /collections/{collection}",
                "get /collections/{collection}/items",
                "get /collections/{collection}/items/{id}",
                "get /collections/{collection}/queryables",
                "get /collections/{collection}/schema",
                "get /collections/{collection}/sortables",
                "get /conformance",
                "get /diff",
                "get /disposal-lists",
                "get /disposal-lists/preview",
                "get /disposal-lists/{number}",
                "get /disposal-lists/{number}/again",
                "get /disposal-lists/{number}/steps",
                "get /fields",
                "get /forms/{kind}",
                "get /health",
                "get /health/live",
                "get /health/ready",
                "get /imports",
                "get /ledger",
                "get /office/calendar",
                "get /office/templates",
                "get /office/templates/{kind}",
                "get /openapi.json",
                "get /plots/{id}/classes",
                "get /plots/{id}/evaluation",
                "get /plots/{id}/file",
                "get /plots/{id}/history",
                "get /progress",
                "get /rules",
                "get /rules/{id}",
                "get /tileMatrixSets",
                "get /tileMatrixSets/{grid}",
                "get /tokens",
                "options /collections/plots/items",
                "options /collections/plots/items/{id}",
                "patch /collections/plots/items/{id}",
                "post /cases",
                "post /cases/{number}/steps",
                "post /collections/plots/items",
                "post /disposal-lists",
                "post /disposal-lists/{number}/steps",
                "post /imports",
                "post /tokens",
                "post /tokens/{id}/revoke",
                "put /collections/plots/items/{id}",
                "put /office/calendar",
                "put /office/templates/{kind}",
            ],
            described
        );
        Assert.All(service.Endpoints, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<Http.Route>()));
        Assert.All(
            Problems.Codes,
            code =>
            {
                Assert.NotNull(Texts.Chinese.Find("problem.http." + code));
                Assert.NotNull(Texts.English.Find($"problem.status.{Problems.StatusOf(code)}"));
            }
        );
    }

    [Fact]
    public async Task The_page_to_try_the_interface_needs_nothing_from_elsewhere()
    {
        await using var service = await RunningService.StartAsync();
        var page = await service.Client.GetStringAsync("/swagger/index.html");
        Assert.DoesNotContain("https://", page);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/swagger/swagger-ui-bundle.js")).StatusCode);
    }

    private static IEnumerable<string> References(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member =>
                    member.NameEquals("$ref") ? [member.Value.GetString()!.Split('/')[^1]] : References(member.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
            _ => [],
        };
}
