using System.Globalization;
using LandLedger.Cases;
using LandLedger.Fields;

namespace LandLedger.Formats.Papers;

/// <summary>
/// Why a paper is not written: code, place (a fact as <c>holder-address</c>, a paragraph of the template as <c>document:12</c>), the offending
/// value. The sentence stands in the texts under <c>problem.paper-CODE</c>.
/// </summary>
public sealed record PaperProblem(string Code, string Place)
{
    /// <summary>The paper that it is about; null while a template alone is read.</summary>
    public PaperKind? Paper { get; init; }

    /// <summary>The offending value, or what would do in its place.</summary>
    public string Value { get; init; } = "";

    /// <summary>The placeholders that there are, where one was not known.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>By whose clause a fact has to be there, in Chinese and English; null where that is not the matter.</summary>
    internal PaperItem? Item { get; init; }

    public string In(Language language)
    {
        var texts = Texts.In(language);
        return texts.Fill("problem.paper-" + Code, place => Word(place, texts));
    }

    private string? Word(string place, Texts texts) =>
        place switch
        {
            "paper" => Paper is { } kind ? texts["paper." + CodeText.Of(kind)] : null,
            "fact" => texts[PaperFact.TitleKey(Place)],
            "id" => Place,
            "place" => PlaceIn(texts),
            "value" => Value,
            "words" => string.Join(texts["list.comma"], Words),
            "clause" => Item?.Title[texts.Tag],
            _ => null,
        };

    private string PlaceIn(Texts texts)
    {
        var colon = Place.IndexOf(':', StringComparison.Ordinal);
        return texts.Fill("paper-place." + Place[..colon], _ => Place[(colon + 1)..]);
    }

    internal static PaperProblem InTemplate(string code, WordText text, string value) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"{text.Kind}:{text.Paragraph}")) { Value = value };
}
