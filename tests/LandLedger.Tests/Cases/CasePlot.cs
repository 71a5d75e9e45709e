using System.Globalization;
using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Tests.Cases;

/// <summary>The plot of a case, built from field ids the way an import builds one.</summary>
internal sealed class CasePlot : FactSource
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    private CasePlot(CaseFile file, RuleCase one)
    {
        foreach (var (id, value) in file.Common.Concat(one.Given))
        {
            Assert.True(id == "measured_mu" || PlotFields.Find(id) is not null, $"{one.Name}: no field {id}");
            if (value is "unknown")
                _facts.Remove(id);
            else
                _facts[id] = value;
        }
    }

    public static Plot Of(CaseFile file, RuleCase one)
    {
        var facts = new CasePlot(file, one);
        facts._facts.TryAdd("plot", "1");
        return PlotFacts.Build(
            facts,
            new()
            {
                Supplements = [.. one.Supplements.Select(Supplement)],
                Delays = [.. one.Delays.Select(Delay)],
                Years = [.. one.Years.Select(Year)],
                Measured = facts._facts.TryGetValue("measured_mu", out var mu)
                    ? new(
                        LandLedger.Area.FromMu(Decimal(mu)!.Value),
                        "EPSG:4526",
                        LandLedger.Area.FromMu(Decimal(mu)!.Value)
                    )
                    : null,
            }
        );
    }

    public static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static decimal? Decimal(string? text) =>
        text switch
        {
            null => null,
            _ when text.EndsWith("万元", StringComparison.Ordinal) => Decimal(text[..^2]) * 10_000,
            _ when text.EndsWith('%') => Decimal(text[..^1]) / 100,
            _ => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture),
        };

    public override string? Text(Field field)
    {
        var text = _facts.GetValueOrDefault(field.Id);
        Assert.True(text is null || field.Codes.Count == 0 || field.Codes.Contains(text), $"no code {text} of {field}");
        return text;
    }

    public override decimal? Number(Field field) => Decimal(_facts.GetValueOrDefault(field.Id));

    public override DateOnly? Date(Field field) => Day(_facts.GetValueOrDefault(field.Id));

    public override bool? Flag(Field field) => YesNo(_facts.GetValueOrDefault(field.Id));

    private static bool? YesNo(string? text) =>
        text switch
        {
            null => null,
            "yes" => true,
            "no" => false,
            _ => throw new FormatException($"yes or no, not {text}"),
        };

    private static Supplement Supplement(Dictionary<string, string> given)
    {
        Only(given, "signed_on", "agreed_start", "agreed_completion");
        return new()
        {
            SignedOn = Day(given.GetValueOrDefault("signed_on")),
            AgreedStart = Day(given.GetValueOrDefault("agreed_start")),
            AgreedCompletion = Day(given.GetValueOrDefault("agreed_completion")),
        };
    }

    private static Delay Delay(Dictionary<string, string> given)
    {
        Only(given, "kind", "from", "to", "established");
        Assert.Contains(given["kind"], Enum.GetValues<DelayKind>().Select(CodeText.Of));
        return new()
        {
            Kind = CodeText.Parse<DelayKind>(given["kind"]),
            From = Day(given.GetValueOrDefault("from")),
            To = Day(given.GetValueOrDefault("to")),
            Established = YesNo(given.GetValueOrDefault("established")),
        };
    }

    private static PlotYear Year(Dictionary<string, string> given)
    {
        Only(given, "year", "tax", "output", "revenue", "added_value", "kilowatt_hours");
        return new()
        {
            Year = int.Parse(given["year"], CultureInfo.InvariantCulture),
            Tax = Yuan(given, "tax"),
            Output = Yuan(given, "output"),
            Revenue = Yuan(given, "revenue"),
            AddedValue = Yuan(given, "added_value"),
            KilowattHours = Decimal(given.GetValueOrDefault("kilowatt_hours")),
        };
    }

    private static Money? Yuan(Dictionary<string, string> given, string name) =>
        Decimal(given.GetValueOrDefault(name)) is { } yuan ? LandLedger.Money.FromYuan(yuan) : null;

    private static void Only(Dictionary<string, string> given, params string[] names) =>
        Assert.All(given.Keys, name => Assert.Contains(name, names));
}
