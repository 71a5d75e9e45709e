using FsCheck;
using FsCheck.Fluent;

namespace LandLedger.Tests.Rules;

/// <summary>Plots made up of facts near the limits of the law, each of them missing now and then.</summary>
internal static class RandomPlots
{
    public static readonly Gen<DateOnly> Day = Gen.Choose(0, 2200)
        .Select(days => new DateOnly(2019, 1, 1).AddDays(days));

    private static readonly Gen<DateOnly?> MaybeDay = Maybe(Day);
    private static readonly Gen<bool?> MaybeFlag = Gen.Elements<bool?>(null, null, true, false);
    private static readonly Gen<decimal?> MaybeShare = Gen.Elements<decimal?>(null, 0m, 0.3333m, 0.3334m, 1m);
    private static readonly Gen<decimal?> MaybeCount = Gen.Elements<decimal?>(null, 0m, 10m, 30m, decimal.MaxValue);

    private static readonly Gen<Delay> Delay =
        from kind in Gen.Elements(Enum.GetValues<DelayKind>())
        from start in MaybeDay
        from length in Gen.Choose(-5, 500)
        from open in Gen.Elements(true, false, false)
        from established in MaybeFlag
        select new Delay
        {
            Kind = kind,
            From = start,
            To = open ? null : (start ?? new DateOnly(2020, 1, 1)).AddDays(length),
            Established = established,
        };

    private static readonly Gen<Supplement> Supplement =
        from signed in MaybeDay
        from start in MaybeDay
        from completion in MaybeDay
        select new Supplement
        {
            SignedOn = signed,
            AgreedStart = start,
            AgreedCompletion = completion,
        };

    private static readonly Gen<Grant> Grant =
        from start in MaybeDay
        from delivery in MaybeDay
        from completion in MaybeDay
        from price in Maybe(Gen.Choose(0, 1_000_000))
        from supplements in Few(Supplement)
        select new Grant
        {
            AgreedStart = start,
            ActualDelivery = delivery,
            AgreedCompletion = completion,
            Price = price is { } yuan ? Money.FromYuan(yuan) : null,
            Supplements = supplements,
        };

    private static readonly Gen<Progress> Begun =
        from permit in MaybeFlag
        from permitOn in MaybeDay
        from begun in MaybeFlag
        from begunOn in MaybeDay
        from foundation in Gen.Elements(Enum.GetValues<FoundationKind>())
        from share in MaybeShare
        from piles in MaybeCount
        select new Progress
        {
            Permit = permit,
            PermitOn = permitOn,
            Begun = begun,
            BegunOn = begunOn,
            Foundation = foundation,
            PitShare = share,
            FoundationShare = share,
            PilesDriven = piles,
            PilesTotal = 10,
        };

    private static readonly Gen<Progress> Stopped =
        from before in Gen.OneOf(Begun, Gen.Constant(Progress.Unknown), Gen.Constant(new Progress { Begun = false }))
        from developed in MaybeCount
        from developable in MaybeCount
        from invested in MaybeCount
        from suspended in MaybeDay
        from resumed in MaybeDay
        from completed in MaybeFlag
        from production in MaybeFlag
        select before with
        {
            DevelopedArea = developed is < 1000 ? Area.FromMu(developed.Value) : null,
            DevelopableArea = developable is < 1000 ? Area.FromMu(developable.Value) : null,
            Invested = invested is { } yuan ? Money.FromYuan(yuan) : null,
            TotalInvestment = Money.FromYuan(40),
            SuspendedOn = suspended,
            ResumedOn = resumed,
            Completed = completed,
            InProduction = production,
        };

    public static readonly Gen<Plot> Plot =
        from stage in Gen.Elements(Enum.GetValues<SupplyStage>())
        from grant in Grant
        from progress in Stopped
        from delays in Few(Delay)
        from mu in Maybe(Gen.Choose(0, 100))
        select new Plot
        {
            Number = "1",
            Stage = stage,
            Grant = grant,
            Progress = progress,
            Delays = delays,
            StatedArea = mu is { } area ? Area.FromMu(area) : null,
        };

    /// <summary>The plot as it stood on a day and stands on: nothing happened to it afterwards.</summary>
    public static Plot WithoutLaterFacts(Plot plot, DateOnly day)
    {
        var progress = plot.Progress;
        return plot with
        {
            Grant = plot.Grant with { Supplements = [.. plot.Grant.Supplements.Where(s => !(s.SignedOn > day))] },
            Progress = progress with
            {
                PermitOn = progress.PermitOn > day ? null : progress.PermitOn,
                BegunOn = progress.BegunOn > day ? null : progress.BegunOn,
                SuspendedOn = progress.SuspendedOn > day ? null : progress.SuspendedOn,
                ResumedOn = progress.ResumedOn > day ? null : progress.ResumedOn,
            },
        };
    }

    private static Gen<T?> Maybe<T>(Gen<T> value)
        where T : struct => from here in Gen.Elements(true, true, false) from one in value select here ? one : (T?)null;

    private static Gen<List<T>> Few<T>(Gen<T> item) =>
        from count in Gen.Choose(0, 3)
        from items in item.ListOf(count)
        select items.ToList();
}
