using System.Globalization;
using LandLedger.Fields;

namespace LandLedger.Cases;

/// <summary>What form a fact of a step has.</summary>
public enum AskType
{
    Text,

    /// <summary>The number of a document.</summary>
    Document,
    Day,

    /// <summary>Yuan, zero or more.</summary>
    Money,

    /// <summary>Mu, above zero.</summary>
    Area,
    Flag,

    /// <summary>A code of <see cref="MeasureKind"/>.</summary>
    Measure,

    /// <summary>A code of <see cref="LandLedger.DelayKind"/>.</summary>
    DelayKind,

    /// <summary>A code of <see cref="LandLedger.Category"/>.</summary>
    Category,
}

/// <summary>A fact that a step asks for.</summary>
public sealed record AskedFact
{
    public required string Id { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    public required AskType Type { get; init; }

    /// <summary>The codes that will do; empty for types that are no codes.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public bool IsNeeded { get; init; }

    /// <summary>Whether it is a day of something that has happened, so that none after the day of the step will do.</summary>
    public bool HasHappened { get; init; }

    /// <summary>
    /// What a text says of this fact: a day as yyyy-MM-dd, yuan and mu as numbers with a point, true or false; other texts as they are. A text
    /// that is not of its form comes back as it is, which the step is refused for.
    /// </summary>
    public Fact Read(string text) =>
        Type switch
        {
            AskType.Day
                when DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) => Fact.Of(day),
            AskType.Money when Number(text) is { } yuan => Fact.Of(yuan, Unit.Yuan),
            AskType.Area when Number(text) is { } mu => Fact.Of(mu, Unit.Mu),
            AskType.Flag when text is "true" or "false" => Fact.Of(text == "true"),
            _ => Fact.Of(text),
        };

    private static decimal? Number(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>All codes of a type, none for types that are no codes.</summary>
    internal static IReadOnlyList<string> CodesOf(AskType type) =>
        type switch
        {
            AskType.Measure => CodeText.All(typeof(MeasureKind)),
            AskType.DelayKind => CodeText.All(typeof(DelayKind)),
            AskType.Category => CodeText.All(typeof(Category)),
            _ => [],
        };

    internal bool Accepts(Fact fact) =>
        Type switch
        {
            AskType.Text or AskType.Document => !string.IsNullOrWhiteSpace(fact.Text),
            AskType.Day => fact.Kind == FactKind.Date,
            AskType.Money => fact is { Unit: Unit.Yuan, Number: >= 0 },
            AskType.Area => fact is { Unit: Unit.Mu, Number: > 0 },
            AskType.Flag => fact.Kind == FactKind.Flag,
            _ => fact.Text is { } code && Codes.Contains(code, StringComparer.Ordinal),
        };
}
