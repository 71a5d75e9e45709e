using LandLedger.Cases;

namespace LandLedger.Formats.Papers;

/// <summary>Whether the placeholders of a template will do for a paper: all known, whole, and all that the paper has to state.</summary>
internal static class TemplateCheck
{
    public static IEnumerable<PaperProblem> Faults(PaperKind kind, PaperTemplate template)
    {
        var named = new HashSet<PaperFact>();
        foreach (var text in template.Texts())
        {
            if (text.IsOpen)
                yield return PaperProblem.InTemplate("placeholder-open", text, Example) with
                {
                    Paper = kind,
                };
            foreach (var name in text.Placeholders)
            {
                if (PaperFacts.Named(name) is { } fact)
                    named.Add(fact);
                else
                    yield return PaperProblem.InTemplate("placeholder-unknown", text, PaperFact.Braced(name)) with
                    {
                        Paper = kind,
                        Words = [.. PaperFacts.All.Select(known => known.Placeholder)],
                    };
            }
        }
        foreach (var item in PaperContents.Of(kind).Items)
        {
            foreach (var fact in item.Facts.Select(PaperFacts.Of).Where(fact => !named.Contains(fact)))
                yield return new("placeholder-lacking", fact.Id)
                {
                    Paper = kind,
                    Value = PaperFact.Braced(fact.Placeholder),
                    Item = item,
                };
        }
    }

    private static string Example => PaperFact.Braced(PaperFacts.Of("holder").Placeholder);
}
