namespace LandLedger.Formats.Papers;

/// <summary>
/// A fact that a paper can name: the Chinese title is the placeholder in a template, <c>{{使用权人}}</c>, and so is its id, <c>{{holder}}</c>. What is
/// not known is null, and never left blank.
/// </summary>
internal sealed record PaperFact(string Id, Func<PaperReading, string?> Of)
{
    public string Placeholder { get; } = Texts.Chinese[TitleKey(Id)];

    public static string TitleKey(string id) => "paper-fact." + id;

    /// <summary>As it stands in a template.</summary>
    public static string Braced(string placeholder) => "{{" + placeholder + "}}";
}

/// <summary>Every fact that a paper can name, in the order in which a user is told of them.</summary>
internal static class PaperFacts
{
    public static IReadOnlyList<PaperFact> All { get; } =
    [.. OfficeFacts.All, .. LandFacts.All, .. FoundFacts.All, .. DecidedFacts.All, .. LawFacts.All];

    private static readonly Dictionary<string, PaperFact> ById = All.ToDictionary(
        fact => fact.Id,
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, PaperFact> ByPlaceholder = All.ToDictionary(
        fact => fact.Placeholder,
        StringComparer.Ordinal
    );

    public static PaperFact Of(string id) => ById[id];

    public static PaperFact? Named(string placeholder) =>
        ByPlaceholder.GetValueOrDefault(placeholder) ?? ById.GetValueOrDefault(placeholder);
}
