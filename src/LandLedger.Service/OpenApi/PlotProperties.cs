using System.Text.Json.Nodes;
using LandLedger.Disposal;
using LandLedger.Formats;
using LandLedger.Formats.Json;
using LandLedger.Service.Collections;
using LandLedger.Service.Plots;

namespace LandLedger.Service.OpenApi;

/// <summary>The schema of a plot's properties: a member for each column of the disposal list.</summary>
internal static class PlotProperties
{
    private static readonly string[] AlwaysKnown =
    [
        "plot",
        "category",
        "unverified",
        "held",
        "as_of",
        "package",
        "version",
    ];

    /// <summary>Of an item: as many as are asked for.</summary>
    public static JsonObject Schema(PlotCollection collection)
    {
        var properties = new JsonObject();
        foreach (var column in collection.Columns)
            properties[column.Id] = Of(column);
        properties[ShiftedMark.Member] = new JsonObject
        {
            ["type"] = "string",
            ["description"] = "Only with shifted=gcj02",
            ["enum"] = new JsonArray(ShiftedMark.Value),
        };
        return new()
        {
            ["type"] = "object",
            ["description"] =
                "Columns of the disposal list, all that the collection has or those that were asked for; null when unknown",
            ["properties"] = properties,
        };
    }

    /// <summary>Of a row of the list: all of them.</summary>
    public static JsonObject RowSchema() =>
        new()
        {
            ["allOf"] = new JsonArray(
                new JsonObject { ["$ref"] = "#/components/schemas/PlotProperties" },
                new JsonObject
                {
                    ["required"] = new JsonArray([
                        .. DisposalColumns.All.Select(column => JsonValue.Create(column.Id)),
                    ]),
                }
            ),
        };

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
