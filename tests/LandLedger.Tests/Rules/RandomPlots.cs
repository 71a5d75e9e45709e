using FsCheck;
using FsCheck.Fluent;
using LandLedger.Fields;

namespace LandLedger.Tests.Rules;

/// <summary>Plots made up of facts near the limits of the law, each of them missing now and then.</summary>
internal static class RandomPlots
{
    public static readonly Gen<DateOnly> Day = Gen.Choose(0, 2200)
        .Select(days => new DateOnly(2019, 1, 1).AddDays(days));

    private static readonly decimal?[] Amounts =
    [
        null,
        0,
        1,
        -1,
        0.5m,
        30_000,
        1_500_000,
        decimal.MaxValue,
        decimal.MinValue,
        0.0000000000000000000000000001m,
    ];

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
        from observed in MaybeDay
        from completed in MaybeFlag
        from production in MaybeFlag
        select before with
        {
            ObservedOn = observed,
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

    /// <summary>A plant with its premises and figures, sound or absurd.</summary>
    public static readonly Gen<Plot> Plant =
        from flags in Gen.Elements<bool?>(null, true, false).ArrayOf(8)
        from amounts in Gen.Elements(Amounts).ArrayOf(9)
        from days in Gen.Choose(-1, 2).ArrayOf(4)
        from uses in Gen.Elements(null, "工业用地", "仓储用地", "商服用地", "综合用地").ArrayOf(2)
        from safety in Gen.Elements(Enum.GetValues<SafetyGrade>())
        from sector in Gen.Elements(null, "C13", "", "x")
        select new Plot
        {
            Number = "P",
            Stage = SupplyStage.Supplied,
            GrantedUse = LandUses.Find(uses[0], null),
            ActualUse = LandUses.Find(uses[1], null),
            ChangedArea = Mu(amounts[0]),
            UseChangeApproved = flags[0],
            StatedArea = Mu(amounts[1]),
            Grant = new() { AgreedCompletion = Far(days[0]), AgreedInvestment = Yuan(amounts[2]) },
            Progress = new()
            {
                Begun = flags[1],
                Completed = flags[2],
                CompletedOn = Far(days[1]),
                InProduction = flags[3],
                InProductionOn = Far(days[2]),
                Suspended = flags[4],
                SuspendedOn = Far(days[3]),
            },
            Premises = new()
            {
                FloorArea = Mu(amounts[3]),
                FloorAreaRatio = amounts[4],
                FixedInvestment = Yuan(amounts[5]),
                AssessedValue = Yuan(amounts[6]),
                Safety = safety,
                Sector = sector,
                ProhibitedSector = flags[5],
                AboveScale = flags[6],
                StrategicSector = flags[7],
            },
            Years =
            [
                new()
                {
                    Year = 2025,
                    Tax = Yuan(amounts[7]),
                    Output = Yuan(amounts[8]),
                },
            ],
        };

    /// <summary>The plot as it stood on a day and stands on: nothing happened to it afterwards.</summary>
    public static Plot WithoutLaterFacts(Plot plot, DateOnly day)
    {
        var progress = plot.Progress.ObservedOn > day ? Unseen(plot.Progress) : plot.Progress;
        return plot with
        {
            Delays =
            [
                .. plot
                    .Delays.Where(delay => !(delay.From > day))
                    .Select(delay => delay.To > day ? delay with { To = null } : delay),
            ],
            Grant = plot.Grant with { Supplements = [.. plot.Grant.Supplements.Where(s => !(s.SignedOn > day))] },
            Progress = progress with
            {
                PermitOn = progress.PermitOn > day ? null : progress.PermitOn,
                BegunOn = progress.BegunOn > day ? null : progress.BegunOn,
                SuspendedOn = progress.SuspendedOn > day ? null : progress.SuspendedOn,
                ResumedOn = progress.ResumedOn > day ? null : progress.ResumedOn,
                CompletedOn = progress.CompletedOn > day ? null : progress.CompletedOn,
                InProductionOn = progress.InProductionOn > day ? null : progress.InProductionOn,
            },
        };
    }

    /// <summary>Without the look on site and what was seen at it; what has a day of its own stays.</summary>
    private static Progress Unseen(Progress progress) =>
        progress with
        {
            ObservedOn = null,
            Permit = null,
            Begun = null,
            PitShare = null,
            PilesDriven = null,
            FoundationShare = null,
            Suspended = null,
            Completed = null,
            InProduction = null,
        };

    private static Gen<T?> Maybe<T>(Gen<T> value)
        where T : struct => from here in Gen.Elements(true, true, false) from one in value select here ? one : (T?)null;

    private static Gen<List<T>> Few<T>(Gen<T> item) =>
        from count in Gen.Choose(0, 3)
        from items in item.ListOf(count)
        select items.ToList();

    /// <summary>Unknown, the first and the last day of the calendar, or a day three years back.</summary>
    private static DateOnly? Far(int which) =>
        which switch
        {
            -1 => null,
            0 => DateOnly.MinValue,
            1 => DateOnly.MaxValue,
            _ => new(2023, 6, 30),
        };

    private static Area? Mu(decimal? mu) => mu is { } known ? Area.FromMu(known) : null;

    private static Money? Yuan(decimal? yuan) => yuan is { } known ? Money.FromYuan(known) : null;
}
