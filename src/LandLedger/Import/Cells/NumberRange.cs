using System.Reflection;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Import.Cells;

/// <summary>What a number may be at all, in the unit of its fact: <c>data/import/ranges.json</c>, by field, else by type.</summary>
/// <param name="Min">Inclusive.</param>
/// <param name="Above">Exclusive; stands instead of a minimum.</param>
/// <param name="Max">Inclusive.</param>
internal sealed record NumberRange(decimal? Min, decimal? Above, decimal Max)
{
    private static readonly NumberRange?[] ByOrdinal = Load();

    public bool Holds(decimal number) =>
        number <= Max && (Min is not { } min || number >= min) && (Above is not { } above || number > above);

    /// <summary>Null for fields that hold no number.</summary>
    public static NumberRange? Of(Field field) => ByOrdinal[field.Ordinal];

    private static NumberRange?[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("import/ranges.json")!;
        var data = JsonSerializer.Deserialize<Document>(stream, JsonSerializerOptions.Web)!;
        return
        [
            .. RowFields.Columns.Select(field =>
                data.Fields.GetValueOrDefault(field.Id) ?? data.Types.GetValueOrDefault(CodeText.Of(field.Type))
            ),
        ];
    }

    private sealed record Document(Dictionary<string, NumberRange> Types, Dictionary<string, NumberRange> Fields);
}
