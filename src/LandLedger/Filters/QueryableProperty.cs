namespace LandLedger.Filters;

/// <summary>A property that filters of a collection may name.</summary>
public sealed record QueryableProperty(string Name, FilterType Type)
{
    /// <summary>The unit of numbers; the store has them in it too.</summary>
    public Unit Unit { get; init; }

    /// <summary>The texts that there are, where they are a published list; else empty.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public string? ChineseTitle { get; init; }

    public string? EnglishTitle { get; init; }

    /// <summary>The title, or the name where there is none in that language.</summary>
    public string Title(Language language) => (language == Language.Chinese ? ChineseTitle : EnglishTitle) ?? Name;
}
