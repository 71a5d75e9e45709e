using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.PlotFiles;

/// <summary>Something that happened to a plot.</summary>
/// <param name="Day">Null where nobody knows it.</param>
/// <param name="Entry">Number of the entry of the ledger that tells it; 0 for what is a fact of the plot.</param>
internal sealed record PlotEvent(DateOnly? Day, long Entry, string Event, string Detail);

/// <summary>What happened to a plot, or was promised of it, in order of days; what nobody knows the day of comes last.</summary>
internal static class PlotEvents
{
    /// <summary>Rows of day, event and detail.</summary>
    public static IEnumerable<string[]> Of(
        Evaluation evaluation,
        IEnumerable<BookedCase> cases,
        IEnumerable<ListedPlot> lists,
        Texts texts
    ) =>
        All(evaluation, texts)
            .Select(at => new PlotEvent(at.Day, 0, at.Event, at.Detail))
            .Concat(cases.SelectMany(filed => CaseEvents.Of(filed, texts)))
            .Concat(lists.SelectMany(listed => ListEvents.Of(listed, texts)))
            .Where(at => at.Entry == 0 || at.Day <= evaluation.AsOf)
            .OrderBy(at => at.Day ?? DateOnly.MaxValue)
            .ThenBy(at => at.Entry)
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
        Joined(
            texts,
            facts
                .Where(said => said.Fact.IsKnown)
                .Select(said => Said(ChangeText.Title(said.Title, texts), FactText.Of(said.Fact, texts), texts))
        );

    internal static string Joined(Texts texts, IEnumerable<string?> said) =>
        string.Join(texts["list.semicolon"], said.OfType<string>());

    /// <summary>What something is, under its title; null where that is not known.</summary>
    internal static string? Said(string title, string? value, Texts texts) =>
        value is null ? null : texts.Fill("history.fact", name => name == "field" ? title : value);
}
