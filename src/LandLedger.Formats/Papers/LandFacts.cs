using LandLedger.Metrics;

namespace LandLedger.Formats.Papers;

/// <summary>What is known of the plot: holder, place, area, what was agreed, what was built.</summary>
internal static class LandFacts
{
    public static IReadOnlyList<PaperFact> All { get; } =
    [
        new("holder", at => at.Plot.Holder),
        new("plot", at => at.Plot.Number),
        new("location", at => at.Plot.Location),
        new("area", Area),
        new("use", at => at.Plot.GrantedUse?.Name),
        new("supply", Supply),
        new("agreed-days", AgreedDays),
        new("progress", Progress),
        new("price", at => at.Plot.Grant.Price is { } price ? at.Money("price", price) : null),
    ];

    private static string? Area(PaperReading at)
    {
        var (area, basis) = PlotFigures.LandArea(at.Plot, AreaBasis.Stated);
        if (area is not { } land)
            return null;
        var metres = Fact.Of(Rounding.HalfUp(land.SquareMetres, 2), Unit.SquareMetre);
        return at.Say(
            basis == AreaBasis.Stated ? "area.stated" : "area.measured",
            ("mu", at.Word(Fact.Of(land))),
            ("metres", at.Word(metres))
        );
    }

    /// <summary>The way of supply with the paper that it was done by; neither alone tells how the land was supplied.</summary>
    private static string? Supply(PaperReading at)
    {
        var grant = at.Plot.Grant;
        string?[] papers =
        [
            at.SayOf("contract", "number", grant.ContractNumber),
            at.SayOf("supervision", "number", grant.SupervisionNumber),
            at.SayOf("signed", "day", at.Day(at.Happened(grant.SignedOn))),
        ];
        return grant.SupplyWay is { } way && papers.Any(paper => paper is not null)
            ? at.Joined([way, .. papers])
            : null;
    }

    /// <summary>The days in force on the day of the paper: a supplement counts from its signing.</summary>
    private static string? AgreedDays(PaperReading at)
    {
        var grant = at.Plot.Grant;
        var signed = grant.Supplements.Where(supplement => supplement.SignedOn <= at.Step.Day).ToList();
        var start = Agreed(at, "start", grant.AgreedStart, signed.LastOrDefault(one => one.AgreedStart is not null));
        start ??= at.SayOf("delivered", "day", at.Day(at.Happened(grant.ActualDelivery)));
        var completion = Agreed(
            at,
            "completion",
            grant.AgreedCompletion,
            signed.LastOrDefault(one => one.AgreedCompletion is not null)
        );
        return start is null ? null : at.Joined([start, completion]);
    }

    private static string? Agreed(PaperReading at, string what, DateOnly? contract, Supplement? by) =>
        by is null
            ? at.SayOf("agreed-" + what, "day", at.Day(contract))
            : at.Say(
                "supplement-" + what,
                ("signed", at.Day(by.SignedOn)),
                ("day", at.Day(what == "start" ? by.AgreedStart : by.AgreedCompletion))
            );

    /// <summary>
    /// Whether building has begun comes first; without it nothing else tells how far it is. A look after the day of the paper tells no more than
    /// that what had not begun then had not begun before.
    /// </summary>
    private static string? Progress(PaperReading at)
    {
        var progress = at.Plot.Progress;
        var isSeenLater = progress.ObservedOn > at.Step.Day;
        if (Begun(at, progress, isSeenLater) is not { } begun)
            return null;
        if (isSeenLater)
            return begun;
        return at.Joined([
            at.SayOf("seen", "day", at.Day(progress.ObservedOn)),
            begun,
            Parts(at, "developed", Fact.Of(progress.DevelopedArea), Fact.Of(progress.DevelopableArea)),
            Parts(at, "invested", Fact.Of(progress.Invested), Fact.Of(progress.TotalInvestment)),
            Since(
                at,
                "suspended",
                at.Happened(progress.ResumedOn) is null ? progress.Suspended : false,
                progress.SuspendedOn
            ),
            Since(at, "completed", progress.Completed, progress.CompletedOn),
        ]);
    }

    private static string? Begun(PaperReading at, Progress progress, bool isSeenLater) =>
        at.Happened(progress.BegunOn) is { } day ? at.SayOf("begun-on", "day", at.Day(day))
        : progress.BegunOn is not null || progress.Begun == false ? at.Say("not-begun")
        : progress.Begun == true && !isSeenLater ? at.Say("begun")
        : null;

    private static string? Parts(PaperReading at, string key, Fact part, Fact whole) =>
        part.IsKnown && whole.IsKnown ? at.Say(key, ("part", at.Word(part)), ("whole", at.Word(whole))) : null;

    private static string? Since(PaperReading at, string key, bool? happened, DateOnly? day) =>
        happened == false || day > at.Step.Day ? null
        : day is not null ? at.SayOf(key + "-on", "day", at.Day(day))
        : happened == true ? at.Say(key)
        : null;
}
