using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>The file form of a <see cref="Layout"/>. The first thing wrong is told with the member that it stands in.</summary>
internal static class LayoutJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 8,
    };

    public static Layout Read(Stream json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Of(document.RootElement);
        }
        catch (JsonException e)
        {
            throw Wrong("not-json", $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
        }
    }

    private static Layout Of(JsonElement root)
    {
        Members(root, "layout", "id", "title", "row", "county", "ownTitles", "columns", "required", "signatures");
        var title = Need(root, "title");
        Members(title, "title", "zh", "en");
        return new()
        {
            Id = Text(Need(root, "id"), "id"),
            ChineseTitle = Text(Need(title, "zh"), "zh"),
            EnglishTitle = Text(Need(title, "en"), "en"),
            Row = root.TryGetProperty("row", out var row) ? RowOf(Text(row, "row")) : RowKind.Plot,
            County = root.TryGetProperty("county", out var county) ? CountyOf(Text(county, "county")) : null,
            OwnTitles = Flag(root, "ownTitles"),
            Columns = [.. List(Need(root, "columns"), "columns").Select(ColumnOf)],
            Required = root.TryGetProperty("required", out var required)
                ? [.. List(required, "required").Select(FieldOf)]
                : [],
            Signatures = root.TryGetProperty("signatures", out var signatures)
                ? [.. List(signatures, "signatures").Select(titles => Titles(titles, "signatures"))]
                : [],
        };
    }

    private static LayoutColumn ColumnOf(JsonElement column)
    {
        Members(column, "columns", "field", "titles", "unit", "zeroIsUnknown", "standIn", "further");
        var field = FieldOf(Need(column, "field"));
        var titles = column.TryGetProperty("titles", out var list) ? Titles(list, "titles") : [];
        FileUnit? unit = null;
        if (column.TryGetProperty("unit", out var id))
        {
            unit = FileUnit.Named(Text(id, "unit")) ?? throw Wrong("unknown-unit", $"{id}");
            if (unit.Unit != field.Unit)
                throw new LayoutException("wrong-unit", ("value", field.Id), ("unit", unit.Id));
        }
        return new(field, titles, unit)
        {
            ZeroIsUnknown = Flag(column, "zeroIsUnknown"),
            StandIn = Flag(column, "standIn"),
            Further = Flag(column, "further"),
        };
    }

    private static string[] Titles(JsonElement list, string member) =>
        [.. List(list, member).Select(title => Text(title, member))];

    private static Field FieldOf(JsonElement id) =>
        RowFields.Find(Text(id, "field")) ?? throw Wrong("unknown-field", $"{id}");

    private static RowKind RowOf(string code)
    {
        var kind = CodeText.Parse<RowKind>(code);
        return CodeText.Of(kind) == code
            ? kind
            : throw new LayoutException(
                "unknown-row",
                ("value", code),
                ("codes", string.Join(", ", Enum.GetValues<RowKind>().Select(CodeText.Of)))
            );
    }

    private static string CountyOf(string county) =>
        county.Length == 6 && !county.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? county
            : throw Wrong("bad-county", county);

    /// <summary>A mistyped member would otherwise be passed over.</summary>
    private static void Members(JsonElement element, string what, params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong("not-object", what);
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                throw Wrong("unknown-member", $"{what}.{member.Name}");
        }
    }

    private static JsonElement Need(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value : throw Wrong("missing", member);

    private static string Text(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong("not-text", member);

    private static JsonElement.ArrayEnumerator List(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Wrong("not-list", member);

    private static bool Flag(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value)
        && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong("not-yes-or-no", member),
        };

    private static LayoutException Wrong(string code, string value) => new(code, ("value", value));
}
