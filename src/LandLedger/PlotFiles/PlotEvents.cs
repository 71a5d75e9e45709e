using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.PlotFiles;

/// <summary>What happened to a plot, or was promised of it, in order of days; what nobody knows the day of comes last.</summary>
internal static class PlotEvents
{
    /// <summary>Rows of day, event and detail.</summary>
    public static IEnumerable<string[]> Of(Evaluation evaluation, IEnumerable<BookedCase> cases, Texts texts) =>
        All(evaluation, texts)
            .Concat(cases.SelectMany(booked => Of(booked, evaluation.AsOf, texts)))
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
        foreach (var charge in plot.Charges)
        {
            var certificate = FactText.Of(Fact.Of(charge.Certificate), texts);
            yield return (charge.RegisteredOn, texts.Fill("plot-file.charge", _ => certificate), Of(charge, texts));
            if (charge.ReleasedOn is { } released)
                yield return (released, texts.Fill("plot-file.charge-released", _ => certificate), "");
        }
        if (evaluation.IdleSince is { } idle)
            yield return (idle, texts["plot-file.idle-since"], texts["plot-file.by-rules"]);
        if (plot.EnteredOn is { } entered)
            yield return (entered, texts["part.entered_on"], "");
        if (plot.EndedOn is { } ended)
            yield return (ended, texts["part.ended_on"], "");
    }

    /// <summary>The steps of a case up to the day judged, each with its document and reason.</summary>
    private static IEnumerable<(DateOnly? Day, string Event, string Detail)> Of(
        BookedCase booked,
        DateOnly asOf,
        Texts texts
    ) =>
        from step in booked.Steps
        where step.Day <= asOf
        let said = texts.Fill(
            "plot-file.step",
            name => name == "case" ? booked.Number.ToString() : CaseWords.Step(booked, step, texts)
        )
        select (
            (DateOnly?)step.Day,
            said,
            Joined(texts, ("document", step.Fact(CaseOverride.DocumentNumber)), ("reason", Fact.Of(step.Reason)))
        );

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

    private static string Of(Charge charge, Texts texts) =>
        Joined(
            texts,
            (RowFields.ChargeMortgagee.Id, Fact.Of(charge.Mortgagee)),
            (RowFields.ChargeMu.Id, Fact.Of(charge.Area)),
            (RowFields.ChargeSecured.Id, Fact.Of(charge.Secured))
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
