namespace LandLedger.Rules;

/// <summary>
/// What is wrong in a rule file: code, place in the file (<c>own.numbers[2].from</c>) and the offending value. The sentence stands
/// in the texts under <c>problem.rules-CODE</c>.
/// </summary>
public sealed record RuleProblem(string Code, string Place, string Value)
{
    public string In(Language language) =>
        Texts.In(language).Fill("problem.rules-" + Code, name => name == "place" ? PlaceIn(language) : Value);

    private string PlaceIn(Language language) => Place.Length > 0 ? Place : Texts.In(language)["problem.rules.file"];
}
