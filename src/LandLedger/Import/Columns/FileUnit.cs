using System.Collections.Frozen;
using LandLedger.Fields;

namespace LandLedger.Import.Columns;

/// <summary>A unit that numbers in files come in, and what turns them into the unit of facts.</summary>
/// <param name="Id">Name in layouts: mu, ha, m2, km2, acre, sqft, yuan, wan-yuan, yi-yuan, wan-yuan-per-mu …</param>
/// <param name="Unit">Unit of the fact.</param>
/// <param name="Factor">Fact = number × factor, exact.</param>
/// <param name="Names">How titles, headings and cells write it.</param>
public sealed record FileUnit(string Id, Unit Unit, decimal Factor, params string[] Names)
{
    /// <summary>1 international acre is 4046.8564224 m² exactly, 1 square foot 0.09290304 m².</summary>
    public static IReadOnlyList<FileUnit> All { get; } =
    [
        new("mu", Unit.Mu, 1m, "亩", "市亩"),
        new("ha", Unit.Mu, 15m, "公顷", "hm2", "hm²", "hectare", "hectares"),
        new("m2", Unit.Mu, 0.0015m, "平方米", "㎡", "m²", "平米", "平方公尺", "sqm"),
        new("km2", Unit.Mu, 1500m, "平方公里", "km²", "平方千米", "k㎡"),
        new("wan-mu", Unit.Mu, 10_000m, "万亩"),
        new("wan-m2", Unit.Mu, 15m, "万平方米", "万㎡", "万m2", "万m²", "万平米"),
        new("acre", Unit.Mu, 4046.8564224m * 0.0015m, "acres", "英亩"),
        new("sqft", Unit.Mu, 0.09290304m * 0.0015m, "ft2", "ft²", "平方英尺"),
        new("yuan", Unit.Yuan, 1m, "元", "人民币元"),
        new("qian-yuan", Unit.Yuan, 1_000m, "千元"),
        new("wan-yuan", Unit.Yuan, 10_000m, "万元", "万", "万人民币", "ten thousand yuan", "tenthousandyuan"),
        new("bai-wan-yuan", Unit.Yuan, 1_000_000m, "百万元"),
        new("yi-yuan", Unit.Yuan, 100_000_000m, "亿元", "亿"),
        new("yuan-per-mu", Unit.YuanPerMu, 1m, "元/亩"),
        new("wan-yuan-per-mu", Unit.YuanPerMu, 10_000m, "万元/亩"),
        // 1 ha is 15 mu: the quotient repeats, so it is kept as a division.
        new("wan-yuan-per-ha", Unit.YuanPerMu, 10_000m, "万元/公顷") { Divisor = 15m },
        new("yuan-per-m2", Unit.YuanPerMu, 2_000m, "元/平方米", "元/㎡") { Divisor = 3m },
        new("share", Unit.Share, 1m),
        new("percent", Unit.Share, 0.01m, "%", "％", "百分比"),
        new("per-mille", Unit.Share, 0.001m, "‰"),
        new("year", Unit.Year, 1m, "年"),
        new("kwh", Unit.KilowattHour, 1m, "千瓦时", "度", "kw·h"),
        new("wan-kwh", Unit.KilowattHour, 10_000m, "万千瓦时", "万度", "万kwh", "万kw·h"),
        new("person", Unit.Person, 1m, "人", "名"),
        new("count", Unit.Count, 1m, "根", "个", "宗"),
        new("ratio", Unit.Ratio, 1m),
    ];

    private static readonly FrozenDictionary<string, FileUnit> ById = All.ToFrozenDictionary(unit => unit.Id);

    private static readonly FrozenDictionary<string, FileUnit>.AlternateLookup<ReadOnlySpan<char>> ByName =
        All.SelectMany(unit => unit.Written.Select(name => (name, unit)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.unit, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Longest =
    [
        .. ByName.Dictionary.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>"人民币万元" is as good as "万元".</summary>
    private const string Currency = "人民币";

    /// <summary>Fact = number × factor ÷ divisor, where the quotient repeats.</summary>
    public decimal Divisor { get; init; } = 1m;

    /// <summary>Whether numbers of this unit say nothing unless their own unit is stated somewhere.</summary>
    public static bool MustBeStated(Unit unit) =>
        unit is Unit.Mu or Unit.Yuan or Unit.YuanPerMu or Unit.KilowattHour or Unit.TonneCoalEquivalent;

    /// <summary>The unit that facts of this kind are kept in.</summary>
    public static FileUnit? Own(Unit unit) =>
        All.FirstOrDefault(x => x.Unit == unit && x is { Factor: 1m, Divisor: 1m });

    /// <summary>
    /// This unit for facts in another one, or null where it makes no sense. An amount in a column of amounts per mu is per mu
    /// ("亩均税收（万元）"), a percentage may state a ratio.
    /// </summary>
    public FileUnit? For(Unit unit) =>
        Unit == unit ? this
        : (Unit, unit) is (Unit.Yuan, Unit.YuanPerMu) or (Unit.Share, Unit.Ratio) ? this with { Unit = unit }
        : null;

    public static FileUnit? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>A unit by its id, as the texts print it or as officers write it; null for anything else.</summary>
    public static FileUnit? Named(ReadOnlySpan<char> name) =>
        ByName.TryGetValue(name, out var unit) ? unit
        : name.StartsWith(Currency) && ByName.TryGetValue(name[Currency.Length..], out unit) && unit.Unit == Unit.Yuan
            ? unit
        : null;

    /// <summary>The unit with the longest name that a text begins with, or null.</summary>
    internal static FileUnit? Leading(ReadOnlySpan<char> text, out int length)
    {
        foreach (var name in Longest)
        {
            if (!text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            length = name.Length;
            return ByName[name];
        }
        length = 0;
        return null;
    }

    /// <summary>Every way to write it; titles and headings are compared without blanks.</summary>
    private IEnumerable<string> Written
    {
        get
        {
            string?[] names =
            [
                Id,
                .. Names,
                Texts.Chinese.Find("file-unit." + Id),
                Texts.English.Find("file-unit." + Id),
            ];
            return names
                .OfType<string>()
                .SelectMany(name => new[] { name, name.Replace(" ", "", StringComparison.Ordinal) })
                .Distinct(StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <summary>The number in the unit of facts.</summary>
    /// <exception cref="OverflowException">Beyond 7.9e28.</exception>
    public decimal ToFact(decimal number) => Divisor == 1m ? number * Factor : number * Factor / Divisor;

    /// <summary>The number that a file writes for one in the unit of facts.</summary>
    internal decimal OfFact(decimal number) => number / Factor * Divisor;
}
