using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.PlotFiles;

/// <summary>What happened to a plot, or was promised of it, in order of days; what nobody knows the day of comes last.</summary>
internal static class PlotEvents
{
    /// <summary>Rows of day, event and detail.</summary>
    public static IEnumerable<string[]> Of(Evaluation evaluation, Texts texts) =>
        All(evaluation, texts)
            .OrderBy(at => at.Day ?? DateOnly.MaxValue)
            .Select(at =>
                (string[])
                    [at.Day is { } day ? FactText.Day(day, texts) : texts["plot-file.no-day"], at.Event, at.Detail]
            );

    private static IEnumerable<(DateOnly? Day, string Event, string Detail)> All(Evaluation evaluation, Texts texts)
    {
        var plot = evaluation.Plot;
        foreach (var field in PlotFields.All)
        {
            if (field.Of(plot).Date is { } day)
                yield return (day, ChangeText.Title(field.Id, texts), "");
        }
        foreach (var supplement in plot.Grant.Supplements)
            yield return (supplement.SignedOn, texts["part.supplement"], Of(supplement, texts));
        foreach (var delay in plot.Delays)
        {
            var kind = texts["code.delay_kind." + CodeText.Of(delay.Kind)];
            yield return (delay.From, texts.Fill("plot-file.delay", _ => kind), Of(delay, texts));
        }
        if (evaluation.IdleSince is { } idle)
            yield return (idle, texts["plot-file.idle-since"], texts["plot-file.by-rules"]);
        if (plot.EndedOn is { } ended)
            yield return (ended, texts["part.ended_on"], "");
    }

    private static string Of(Supplement supplement, Texts texts) =>
        Joined(
            texts,
            (RowFields.SupplementStart.Id, Fact.Of(supplement.AgreedStart)),
            (RowFields.SupplementCompletion.Id, Fact.Of(supplement.AgreedCompletion)),
            (RowFields.SupplementReason.Id, Fact.Of(supplement.Reason))
        );

    private static string Of(Delay delay, Texts texts) =>
        Joined(
            texts,
            (RowFields.DelayTo.Id, Fact.Of(delay.To)),
            (RowFields.DelayEstablished.Id, Fact.Of(delay.Established)),
            (RowFields.DelayEvidence.Id, Fact.Of(delay.Evidence)),
            ("case", Fact.Of(delay.Case))
        );

    private static string Joined(Texts texts, params (string Title, Fact Fact)[] facts) =>
        string.Join(
            texts["list.semicolon"],
            facts
                .Where(said => said.Fact.IsKnown)
                .Select(said =>
                    texts.Fill(
                        "history.fact",
                        name => name == "field" ? ChangeText.Title(said.Title, texts) : FactText.Of(said.Fact, texts)
                    )
                )
        );
}
