using System.Text.Json.Nodes;
using LandLedger.Disposal;
using LandLedger.Formats.Json;
using LandLedger.Service.Plots;

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
        var schema = PropertySchema.TypeOf(column);
        var unit = UnitCodes.Of(column.Unit) is { } code ? $" [{code}]" : "";
        schema["description"] = $"{column.Title(Texts.English)}{unit} / {column.Title(Texts.Chinese)}";
        if (column.Type != ColumnType.CodeList && !AlwaysKnown.Contains(column.Id))
        {
            schema["nullable"] = true;
            (schema["enum"] as JsonArray)?.Add(null);
        }
        return schema;
    }
}
