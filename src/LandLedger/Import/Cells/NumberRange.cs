using System.Globalization;
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
    private static readonly Document Data = Load();

    private static readonly NumberRange?[] ByOrdinal =
    [
        .. RowFields.Columns.Select(field =>
            Data.Fields.GetValueOrDefault(field.Id) ?? Data.Types.GetValueOrDefault(CodeText.Of(field.Type))
        ),
    ];

    public bool Holds(decimal number) =>
        number <= Max && (Min is not { } min || number >= min) && (Above is not { } above || number > above);

    /// <summary>What messages say of it: "above" and "max", or "min" and "max".</summary>
    public (string Name, string Value)[] Bounds() =>
        [Above is { } above ? ("above", Plain(above)) : ("min", Plain(Min ?? 0)), ("max", Plain(Max))];

    private static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Null for fields that hold no number.</summary>
    public static NumberRange? Of(Field field) => ByOrdinal[field.Ordinal];

    /// <summary>How many yuan for a mu of land are still to be believed; null for fields without such a limit.</summary>
    public static decimal? MostPerMu(Field field) => Data.PerMu.TryGetValue(field.Id, out var most) ? most : null;

    /// <summary>
    /// Below how many yuan for a mu an amount that was paid is no more to be believed; null for fields without such a limit. Chosen for
    /// this program: far below what land is sold for, far above what is left of a price in 万元 that is read in yuan.
    /// </summary>
    public static decimal? LeastPerMu(Field field) =>
        Data.LeastPerMu.TryGetValue(field.Id, out var least) ? least : null;

    /// <summary>How many years after the day of import a day may lie; null for fields without such a limit.</summary>
    public static int? YearsAhead(Field field) => Data.YearsAhead.TryGetValue(field.Id, out var years) ? years : null;

    /// <summary>Kilometres from side to side of an outline beyond which it is doubtful, and beyond which it is not believed.</summary>
    public static KilometreRange OutlineKm => Data.OutlineKm;

    /// <summary>What an area of a plot is in mu where no unit is stated; null for other fields.</summary>
    public static NumberRange? WithoutUnit(Field field) => Data.WithoutUnit.GetValueOrDefault(field.Id);

    /// <summary>What an area of a plot of a park is in mu, whatever unit is stated; null for other fields.</summary>
    public static NumberRange? WithUnit(Field field) => Data.WithUnit.GetValueOrDefault(field.Id);

    private static Document Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("import/ranges.json")!;
        return JsonSerializer.Deserialize<Document>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Document(
        Dictionary<string, NumberRange> Types,
        Dictionary<string, NumberRange> Fields,
        Dictionary<string, decimal> PerMu,
        Dictionary<string, decimal> LeastPerMu,
        Dictionary<string, int> YearsAhead,
        KilometreRange OutlineKm,
        Dictionary<string, NumberRange> WithUnit,
        Dictionary<string, NumberRange> WithoutUnit
    );

    internal sealed record KilometreRange(double Doubtful, double Max);
}
