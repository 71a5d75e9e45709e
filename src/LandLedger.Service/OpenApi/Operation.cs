using System.Globalization;
using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.Formats.Tiles;
using LandLedger.People;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Route = LandLedger.Service.Http.Route;

namespace LandLedger.Service.OpenApi;

/// <summary>One route of the document.</summary>
internal sealed class Operation(RouteEndpoint endpoint, ServiceOptions options)
{
    /// <summary>Problems that any route may answer with.</summary>
    private static readonly string[] Always = ["not-acceptable", "too-many", "broken", "store", "too-slow"];

    private readonly Route _route = endpoint.Metadata.GetMetadata<Route>()!;

    private bool IsRead =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true;

    public JsonObject ToJson()
    {
        var operation = new JsonObject
        {
            ["operationId"] = _route.Id,
            ["tags"] = new JsonArray(_route.Id.Split('.')[0]),
            ["summary"] = Texts.English["api.route." + _route.Id],
            ["description"] = Texts.Chinese["api.route." + _route.Id],
        };
        var parameters = new JsonArray([
            .. PathParameters(),
            .. _route.Accepted.Select(QueryParameter),
            .. _route.Headers.Select(Header),
        ]);
        if (parameters.Count > 0)
            operation["parameters"] = parameters;
        if (_route.Takes is { } taken)
            operation["requestBody"] = Body(taken, _route.Body, _route.TakesFiles);
        operation["responses"] = Responses();
        if (_route.Needs is null)
            operation["security"] = new JsonArray();
        return operation;
    }

    private IEnumerable<JsonNode> PathParameters() =>
        endpoint.RoutePattern.Parameters.Select(parameter => new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = "path",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
        });

    private JsonNode QueryParameter(Parameter parameter) =>
        new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = "query",
            ["required"] = false,
            ["description"] =
                parameter.Expected(Texts.English, options) + "\n\n" + parameter.Expected(Texts.Chinese, options),
            ["schema"] = parameter.Schema(options),
            ["style"] = "form",
            ["explode"] = false,
        };

    private static JsonNode Header(string name) =>
        new JsonObject
        {
            ["name"] = name,
            ["in"] = "header",
            ["required"] = false,
            ["description"] = Texts.English["api.header." + name] + "\n\n" + Texts.Chinese["api.header." + name],
            ["schema"] = new JsonObject { ["type"] = "string" },
        };

    private static JsonObject Body(string mediaType, string? schema, bool takesFiles)
    {
        var content = new JsonObject
        {
            [mediaType] = new JsonObject { ["schema"] = schema is null ? Files() : Reference(schema) },
        };
        if (takesFiles)
        {
            var files = Files();
            files["required"] = new JsonArray("step");
            files["properties"]!["step"] = Reference(schema!);
            content[MediaTypes.Multipart] = new JsonObject { ["schema"] = files };
        }
        return new() { ["required"] = true, ["content"] = content };
    }

    private static JsonObject Files() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["file"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["type"] = "string", ["format"] = "binary" },
                },
            },
        };

    /// <summary>Problems of who is not let in, and of who may not.</summary>
    private IEnumerable<string> OfUsers()
    {
        if (_route.Needs is not { } right)
            yield break;
        yield return "sign-in";
        if (_route.IsUncut)
            yield return "scope-bounded";
        if (RoleRules.With(right, _route.Tells).Count < Enum.GetValues<Role>().Length)
            yield return "role-may-not";
    }

    private JsonObject Responses()
    {
        var content = new JsonObject();
        foreach (var type in _route.Offers)
            content[type] = new JsonObject { ["schema"] = SchemaOf(type) };
        var responses = new JsonObject();
        if (content.Count > 0)
            responses[_route.Makes ? "201" : "200"] = new JsonObject
            {
                ["description"] = Texts.English["api.good"],
                ["content"] = content,
            };
        else if (!_route.MayBeEmpty)
            responses["200"] = new JsonObject { ["description"] = Texts.English["api.good"] };
        if (_route.MayBeEmpty)
            responses["204"] = new JsonObject { ["description"] = Texts.English["api.empty"] };
        if (!_route.Fresh && IsRead)
            responses["304"] = new JsonObject { ["description"] = Texts.English["api.kept"] };
        var codes = _route
            .Problems.Concat(Always)
            .Append("parameter-wrong")
            .Concat(OfUsers())
            .Where(code => code != "not-acceptable" || content.Count > 0);
        foreach (var status in codes.Select(Problems.StatusOf).Distinct().Order())
        {
            responses[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["description"] = Texts.English[$"problem.status.{status}"],
                ["content"] = new JsonObject
                {
                    [MediaTypes.Problem] = new JsonObject
                    {
                        ["schema"] = Reference(_route.ProblemSchemas.GetValueOrDefault(status, "Problem")),
                    },
                },
            };
        }
        return responses;
    }

    private JsonObject SchemaOf(string mediaType) =>
        mediaType switch
        {
            MediaTypes.GeoJson when _route.Schema is "DisposalList" or "IssuedDisposalList" => Reference(
                "PlotCollection"
            ),
            MediaTypes.TileJson => Reference("TileJson"),
            MediaTypes.Csv or MediaTypes.Html => new() { ["type"] = "string" },
            MediaTypes.Xlsx or MediaTypes.Docx or MediaTypes.Bytes or PlotTile.MediaType => new()
            {
                ["type"] = "string",
                ["format"] = "binary",
            },
            _ when _route.Schema == "object" => new() { ["type"] = "object" },
            _ => Reference(_route.Schema),
        };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };
}
