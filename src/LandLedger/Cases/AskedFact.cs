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
