using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using LandLedger.Formats.Json;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Plots;
using LandLedger.Service.Plots.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Route = LandLedger.Service.Http.Route;

namespace LandLedger.Service.OpenApi;

/// <summary>
/// The OpenAPI 3.0 document, made from the routes that are there: what a request is checked against and what is written here are
/// the same declarations. It names no server, so that it is the same wherever the service runs.
/// </summary>
internal sealed class OpenApiDocument(EndpointDataSource endpoints, ServiceOptions options)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly Lazy<byte[]> _bytes = new(() =>
        [.. JsonSerializer.SerializeToUtf8Bytes(Whole(endpoints, options), Form), (byte)'\n']
    );

    /// <summary>UTF-8, indented, with a line end: as it is checked in.</summary>
    public byte[] Bytes => _bytes.Value;

    private static JsonObject Whole(EndpointDataSource endpoints, ServiceOptions options)
    {
        var paths = new JsonObject();
        foreach (var group in Described(endpoints).GroupBy(e => e.Path).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var path = new JsonObject();
            foreach (var (_, method, endpoint) in group.OrderBy(e => e.Method, StringComparer.Ordinal))
                path[method] = new Operation(endpoint, options).ToJson();
            paths[group.Key] = path;
        }
        return new()
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = Texts.English["api.title"],
                ["description"] = Texts.Chinese["api.description"] + "\n\n" + Texts.English["api.description"],
                ["version"] = "1",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = Schemas(), ["securitySchemes"] = SignIn() },
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
        };
    }

    /// <summary>A route that answers GET answers HEAD too; that goes without saying here.</summary>
    private static IEnumerable<(string Path, string Method, RouteEndpoint Endpoint)> Described(
        EndpointDataSource endpoints
    ) =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<Route>() is not null
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        where !HttpMethods.IsHead(method)
        select ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method.ToLowerInvariant(), endpoint);

    private static JsonObject SignIn() =>
        new()
        {
            ["bearer"] = new JsonObject
            {
                ["type"] = "http",
                ["scheme"] = "bearer",
                ["description"] = Texts.English["api.sign-in"] + "\n\n" + Texts.Chinese["api.sign-in"],
            },
        };

    private static JsonNode Schemas()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("schemas.json")!;
        var schemas = JsonNode.Parse(stream)!;
        foreach (var collection in PlotCollection.All)
            schemas[collection.Schema + "Properties"] = PlotProperties.Schema(collection);
        foreach (var name in (string[])["Collection", "Feature"])
            schemas["Evaluation" + name] = Renamed(schemas["Plot" + name]!, "Plot", "Evaluation");
        // One that was issued has the columns of its time, and in public only some of them; an extract does not tell all.
        var issued = Renamed(schemas["DisposalList"]!, "DisposalRow", "PlotProperties")!;
        var needed = issued["required"]!.AsArray();
        _ = needed.RemoveAll(name => (string?)name is "heldBack" or "notJudged");
        schemas["IssuedDisposalList"] = issued;
        schemas["DisposalRow"] = PlotProperties.RowSchema();
        schemas["PlotFacts"] = PlotFacts();
        return schemas;
    }

    /// <summary>What can be written of a plot; null takes a fact back.</summary>
    private static JsonObject PlotFacts()
    {
        var properties = new JsonObject();
        foreach (var field in WritableFields.All)
        {
            var schema = PropertySchema.TypeOf(field);
            var unit = UnitCodes.Of(field.Unit) is { } code ? $" [{code}]" : "";
            schema["description"] =
                $"{Texts.English["field." + field.Id]}{unit} / {Texts.Chinese["field." + field.Id]}";
            schema["nullable"] = true;
            (schema["enum"] as JsonArray)?.Add(null);
            properties[field.Id] = schema;
        }
        return new()
        {
            ["type"] = "object",
            ["description"] = "Facts by the ids of the field dictionary (/fields), in its units; null where not known",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    /// <summary>A schema with others in the place of those that it names.</summary>
    private static JsonNode? Renamed(JsonNode schema, string from, string to) =>
        JsonNode.Parse(schema.ToJsonString().Replace("schemas/" + from, "schemas/" + to, StringComparison.Ordinal));
}
