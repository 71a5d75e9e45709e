using System.Text.Json;
using System.Text.Json.Nodes;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Formats.Json;

namespace LandLedger.Service.Collections;

/// <summary>
/// A property of plots as JSON Schema tells it: type with format and codes, unit (<c>x-ogc-unit</c>), part that it plays
/// (<c>x-ogc-role</c>), title in the language of the request and titles in both (<c>x-titles</c>).
/// </summary>
internal sealed class PropertySchema(string name, JsonObject type, Func<Texts, string> title, Unit unit = Unit.None)
{
    private string? Role { get; init; }

    /// <summary>Whether it is told and cannot be written, or written and is not told; null where it is both told and written.</summary>
    private string? Only { get; init; }

    /// <summary>The id of a feature, which stands beside its properties.</summary>
    /// <param name="sentence">What it is, by its key in the texts.</param>
    public static PropertySchema Id(string type, string sentence) =>
        new("id", Of(type), texts => texts[sentence]) { Role = "id" };

    public static PropertySchema Of(QueryableProperty property) => Of(property, "MultiPolygon");

    /// <summary>A property of a collection whose geometries are of a kind, or of several (Geometry).</summary>
    public static PropertySchema Of(QueryableProperty property, string kind) =>
        new(property.Name, TypeOf(property, kind), texts => property.Title(texts.Language), property.Unit)
        {
            Role = property.Type == FilterType.Geometry ? "primary-geometry" : null,
        };

    /// <summary>A property of plots.</summary>
    /// <param name="isWritten">Whether it can be written as well.</param>
    public static PropertySchema Of(DisposalColumn column, bool isWritten) =>
        new(column.Id, TypeOf(column), column.Title, column.Unit) { Only = isWritten ? null : "readOnly" };

    /// <summary>A fact that can be written and is not told.</summary>
    public static PropertySchema Of(Field field) =>
        new(field.Id, TypeOf(field), texts => texts["field." + field.Id], field.Unit) { Only = "writeOnly" };

    public static JsonObject TypeOf(Field field) =>
        field.Type switch
        {
            FieldType.Flag => Of("boolean"),
            FieldType.Date => Of("string", "date"),
            FieldType.Code => Of("string", codes: field.Codes),
            FieldType.Text => Of("string"),
            FieldType.TextList => ListOf(Of("string")),
            _ => Of("number"),
        };

    public static JsonObject TypeOf(DisposalColumn column) =>
        column switch
        {
            { Type: ColumnType.CodeList } => ListOf(Of("string", codes: column.Codes)),
            { Type: ColumnType.Number, Decimals: 0 } => Of("integer"),
            { Type: ColumnType.Number } => Of("number"),
            { Type: ColumnType.Date } => Of("string", "date"),
            { Type: ColumnType.Flag } => Of("boolean"),
            _ => Of("string", codes: column.Codes),
        };

    public void Write(Utf8JsonWriter json, Texts texts)
    {
        json.WriteStartObject(name);
        json.WriteString("title", title(texts));
        json.WriteStartObject("x-titles");
        json.WriteString("zh", title(Texts.Chinese));
        json.WriteString("en", title(Texts.English));
        json.WriteEndObject();
        foreach (var (keyword, value) in type)
        {
            json.WritePropertyName(keyword);
            value!.WriteTo(json);
        }
        if (UnitCodes.Of(unit) is { } code)
            json.WriteString("x-ogc-unit", code);
        if (Role is not null)
            json.WriteString("x-ogc-role", Role);
        if (Only is not null)
            json.WriteBoolean(Only, true);
        json.WriteEndObject();
    }

    private static JsonObject TypeOf(QueryableProperty property, string kind) =>
        property.Type switch
        {
            FilterType.Geometry => new() { ["format"] = FormatOf(kind) },
            FilterType.Date => Of("string", "date"),
            FilterType.List => ListOf(Of("string")),
            FilterType.Number => Of("number"),
            FilterType.Integer => Of("integer"),
            FilterType.Timestamp => Of("string", "date-time"),
            FilterType.Boolean => Of("boolean"),
            _ => Of("string", codes: property.Codes),
        };

    private static string FormatOf(string kind) =>
        kind == "Geometry" ? "geometry-any" : "geometry-" + kind.ToLowerInvariant();

    private static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Of(string type, string? format = null, IReadOnlyList<string>? codes = null)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
            schema["format"] = format;
        if (codes is { Count: > 0 })
            schema["enum"] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]);
        return schema;
    }
}
