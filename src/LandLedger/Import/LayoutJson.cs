using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Import;

/// <summary>The file form of a <see cref="Layout"/>.</summary>
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
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("Not a layout: " + e.Message, e);
        }
    }

    private static Layout Of(JsonElement root) =>
        new()
        {
            Id = root.GetProperty("id").GetString()!,
            ChineseTitle = root.GetProperty("title").GetProperty("zh").GetString()!,
            EnglishTitle = root.GetProperty("title").GetProperty("en").GetString()!,
            Row = root.TryGetProperty("row", out var row) ? RowOf(row.GetString()) : RowKind.Plot,
            County = root.TryGetProperty("county", out var county) ? county.GetString() : null,
            OwnTitles = root.TryGetProperty("ownTitles", out var own) && own.GetBoolean(),
            Columns = [.. root.GetProperty("columns").EnumerateArray().Select(ColumnOf)],
            Required = root.TryGetProperty("required", out var required)
                ? [.. required.EnumerateArray().Select(FieldOf)]
                : [],
        };

    private static LayoutColumn ColumnOf(JsonElement column)
    {
        var field = FieldOf(column.GetProperty("field"));
        var titles = column.TryGetProperty("titles", out var list)
            ? list.EnumerateArray().Select(title => title.GetString()!).ToArray()
            : [];
        FileUnit? unit = null;
        if (column.TryGetProperty("unit", out var id))
        {
            unit =
                FileUnit.Find(id.GetString()!) ?? throw new FormatException($"Not a layout: unit '{id}' is unknown.");
            if (unit.Unit != field.Unit)
                throw new FormatException($"Not a layout: '{field}' cannot be in '{unit.Id}'.");
        }
        return new(field, titles, unit)
        {
            ZeroIsUnknown = column.TryGetProperty("zeroIsUnknown", out var zero) && zero.GetBoolean(),
            StandIn = column.TryGetProperty("standIn", out var standIn) && standIn.GetBoolean(),
        };
    }

    private static Field FieldOf(JsonElement id) =>
        RowFields.Find(id.GetString()!) ?? throw new FormatException($"Not a layout: field '{id}' is unknown.");

    private static RowKind RowOf(string? code)
    {
        var kind = CodeText.Parse<RowKind>(code);
        return CodeText.Of(kind) == code ? kind : throw new FormatException($"Not a layout: row '{code}' is unknown.");
    }
}
