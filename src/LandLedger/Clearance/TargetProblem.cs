using LandLedger.Import;

namespace LandLedger.Clearance;

/// <summary>
/// What is wrong in a file of targets: code, place (file and line) and the offending value. The sentence stands in the texts under
/// <c>problem.target-CODE</c>.
/// </summary>
/// <param name="Words">What would do.</param>
public sealed record TargetProblem(string Code, string Place, string Value, IReadOnlyList<string> Words)
{
    /// <summary>What is wrong with the table itself, told in the place of the value; null where something else is wrong.</summary>
    public ImportIssue? Issue { get; init; }

    public string In(Language language)
    {
        var texts = Texts.In(language);
        return texts.Fill(
            "problem.target-" + Code,
            name =>
                name switch
                {
                    "place" => Place,
                    "value" => Issue?.Sentence(texts) ?? Value,
                    "words" => string.Join(texts["list.comma"], Words.Select(word => texts.Find(word) ?? word)),
                    _ => null,
                }
        );
    }
}
