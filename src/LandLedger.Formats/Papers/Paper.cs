using LandLedger.Cases;

namespace LandLedger.Formats.Papers;

/// <summary>Writes a statutory paper (文书) of a case as DOCX.</summary>
public static class Paper
{
    /// <summary>
    /// The paper, or everything that stands against it: facts that are missing or contradict each other, placeholders that nobody knows, and
    /// what the law asks for and the template leaves out. Nothing is left blank in silence. The same source and template give the same bytes. A paper
    /// whose decision a later step of the case annulled bears that on top.
    /// </summary>
    /// <param name="kind">Which paper; the step of the source has to make it.</param>
    /// <param name="source">What it is filled from.</param>
    /// <param name="template">A county's own, or null for the one that comes with LandLedger.</param>
    /// <param name="asDraft">
    /// A draft stands in spite of missing facts, each marked as 【待补：…】, and of facts that contradict each other, marked as 【不符：…】; they are
    /// told all the same.
    /// </param>
    public static (byte[]? File, IReadOnlyList<PaperProblem> Problems) Write(
        PaperKind kind,
        PaperSource source,
        PaperTemplate? template = null,
        bool asDraft = false
    )
    {
        template ??= PaperTemplate.Default(kind, source.Language);
        PaperProblem[] faults = [.. Mismatch(kind, source), .. TemplateCheck.Faults(kind, template)];
        if (faults.Length > 0)
            return (null, faults);
        var reading = new PaperReading(kind, source);
        var said = Say(template, reading);
        PaperProblem[] open =
        [
            .. said.Where(fact => fact.Value is null)
                .Select(fact => new PaperProblem("fact-missing", fact.Key.Id) { Paper = kind }),
            .. reading.Contradictions,
        ];
        return open.Length > 0 && !asDraft
            ? (null, open)
            : (template.Filled(name => Shown(said, PaperFacts.Named(name)!, reading.Texts), Mark(reading)), open);
    }

    /// <summary>That what the paper decides was annulled, by which step and when, which comes after the paper and stands on it all the same; null where it was not.</summary>
    private static string? Mark(PaperReading at) =>
        CaseWords.Annulled(at.Case, at.Step, at.Texts) is { } annulled
            ? at.Say("annulled", ("annulled", annulled))
            : null;

    /// <summary>Step and evaluation have to be of this paper and plot.</summary>
    private static IEnumerable<PaperProblem> Mismatch(PaperKind kind, PaperSource source)
    {
        if (source.Case.Procedure.FindStep(source.Step.Kind)?.Paper != kind)
            yield return new("step-other", "step") { Paper = kind, Value = source.Step.Kind };
        var plot = source.Evaluation.Plot;
        if (source.Case.Plot != new Import.PlotKey(plot.County, plot.Number))
            yield return new("other-plot", "plot") { Paper = kind, Value = source.Case.Plot.ToString() };
    }

    /// <summary>Each fact that the template names, once, in its order; the legal basis last, because it tells what the others rest on.</summary>
    private static Dictionary<PaperFact, string?> Say(PaperTemplate template, PaperReading reading) =>
        template
            .Texts()
            .SelectMany(text => text.Placeholders)
            .Select(name => PaperFacts.Named(name)!)
            .Distinct()
            .OrderBy(fact => fact.Id == LawFacts.Basis)
            .ToDictionary(
                fact => fact,
                fact => fact.Of(reading) is { } said && !string.IsNullOrWhiteSpace(said) ? said : null
            );

    private static string Shown(Dictionary<PaperFact, string?> said, PaperFact fact, Texts texts) =>
        said[fact] ?? texts.Fill("paper-text.missing", _ => texts[PaperFact.TitleKey(fact.Id)]);
}
