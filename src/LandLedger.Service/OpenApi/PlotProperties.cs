using System.Text.Json.Nodes;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Formats.Json;

namespace LandLedger.Service.OpenApi;

/// <summary>The schema of a plot's properties: a member for each column of the disposal list.</summary>
internal static class PlotProperties
{
    private static readonly string[] AlwaysKnown = ["plot", "category", "unverified"];

    public static JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var column in DisposalColumns.All)
            properties[column.Id] = Of(column);
        return new()
        {
            ["type"] = "object",
            ["description"] = "One member for each column of the disposal list; null when unknown",
            ["required"] = new JsonArray([.. DisposalColumns.All.Select(column => JsonValue.Create(column.Id))]),
            ["properties"] = properties,
        };
    }

    private static JsonObject Of(DisposalColumn column)
    {
        var schema = TypeOf(column);
        var unit = UnitCodes.Of(column.Unit) is { } code ? $" [{code}]" : "";
        schema["description"] = $"{column.Title(Texts.English)}{unit} / {column.Title(Texts.Chinese)}";
        if (column.Type != ColumnType.CodeList && !AlwaysKnown.Contains(column.Id))
            schema["nullable"] = true;
        return schema;
    }

    private static JsonObject TypeOf(DisposalColumn column) =>
        column switch
        {
            { Id: "category" } => Http.Reading.OneOf(Enum.GetValues<Category>().Select(Codes.Of)),
            { Type: ColumnType.CodeList } => new()
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
            },
            { Type: ColumnType.Number, Decimals: 0 } => new() { ["type"] = "integer" },
            { Type: ColumnType.Number } => new() { ["type"] = "number" },
            { Type: ColumnType.Date } => new() { ["type"] = "string", ["format"] = "date" },
            { Type: ColumnType.Flag } => new() { ["type"] = "boolean" },
            _ => new() { ["type"] = "string" },
        };
}
