using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.PlotFiles;

/// <summary>The steps of a case as events of its plot, each with all that it says.</summary>
internal static class CaseEvents
{
    public static IEnumerable<PlotEvent> Of(BookedCase booked, Texts texts)
    {
        foreach (var (step, entry) in booked.Steps.Zip(booked.Entries))
        {
            var said = texts.Fill(
                "plot-file.step",
                name => name == "case" ? booked.Number.ToString() : CaseWords.Step(booked, step, texts)
            );
            yield return new(step.Day, entry, said, PlotEvents.Joined(texts, Details(booked, step, texts)));
        }
    }

    /// <summary>What it said, its reason, the paper that it makes, who is responsible from then on, and who took it.</summary>
    private static IEnumerable<string?> Details(BookedCase booked, CaseStep step, Texts texts)
    {
        foreach (var (title, asked, fact) in CaseWords.Said(booked, step, texts))
            yield return PlotEvents.Said(title, Word(asked, fact, texts), texts);
        yield return PlotEvents.Said(ChangeText.Title("reason", texts), step.Reason, texts);
        foreach (var file in step.Evidence)
            yield return Titled(
                "evidence",
                texts.Fill(
                    "plot-file.evidence",
                    name =>
                        name switch
                        {
                            "name" => file.Name,
                            "size" => file.Size.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            _ => file.Sha256,
                        }
                )
            );
        if (booked.Rule(step)?.Paper is { } paper)
            yield return Titled("paper", texts["paper." + CodeText.Of(paper)]);
        if (booked is FiledCase { Case: var one } && CaseWords.Annulled(one, step, texts) is { } annulled)
            yield return annulled;
        if (step.Responsible is { } responsible)
        {
            string?[] named = [responsible.Unit, responsible.Person];
            yield return Titled("responsible", string.Join(texts["list.comma"], named.OfType<string>()));
        }
        yield return Titled("who", step.Who);

        string? Titled(string title, string value) => PlotEvents.Said(texts["plot-file.detail." + title], value, texts);
    }

    private static string? Word(AskedFact? asked, Fact fact, Texts texts) =>
        asked?.Type switch
        {
            AskType.Text or AskType.Document => fact.Text,
            AskType.Measure => texts["measure." + fact.Text],
            AskType.Category => texts["category." + fact.Text],
            AskType.DelayKind => texts["code.delay_kind." + fact.Text],
            _ => FactText.Of(fact, texts),
        };
}
