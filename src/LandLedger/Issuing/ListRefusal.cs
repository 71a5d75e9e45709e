namespace LandLedger.Issuing;

/// <summary>
/// Why a list was not issued, or a step about one not taken: code, and place in what was asked. The sentence stands in the texts under
/// <c>problem.list-CODE</c>.
/// </summary>
public sealed record ListRefusal(string Code, string Place)
{
    /// <summary>The offending value, or the day, row or number that stands in the way.</summary>
    public Fact Value { get; init; }

    /// <summary>What would do, or what it is about, where there are several.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public string In(Language language)
    {
        var texts = Texts.In(language);
        return texts.Fill(
            "problem.list-" + Code,
            place =>
                place switch
                {
                    "place" => Place,
                    "value" => Value.ToString(),
                    "words" => string.Join(texts["list.comma"], Words),
                    _ => null,
                }
        );
    }
}
