using FsCheck;
using FsCheck.Fluent;
using LandLedger.Appraisal;

namespace LandLedger.Tests.Appraisal;

/// <summary>What holds of any firms: few different figures, so that ties abound, and many that are missing, zero, negative or absurd.</summary>
public class AppraiserProperties
{
    private static readonly AppraisalPackage[] Packages =
    [
        .. AppraisalPackages.All.Select(package => package.For(2022)),
        PackageReading.Package("county.json"),
        PackageReading.Package("forms.json"),
    ];

    private static readonly Gen<decimal?> Number = Gen.Elements<decimal?>(
        null,
        -1m,
        0m,
        1m,
        3m,
        7m,
        10m,
        20m,
        1e-9m,
        decimal.MaxValue
    );

    private static readonly Gen<Money?> Amount = Number.Select(number =>
        number is { } wan && wan < 1e20m ? Money.FromWanYuan(wan) : (Money?)null
    );

    private static readonly Gen<string?> Sector = Gen.Elements<string?>(
        null,
        "C1320",
        "11",
        "12",
        "13",
        "14",
        "17",
        "18",
        "21",
        "22",
        "24",
        "31",
        "33",
        "D4411"
    );

    private static readonly Gen<FirmFigures> Firm =
        from land in Number
        from tax in Amount
        from added in Amount
        from energy in Number
        from emission in Number
        from above in Gen.Elements<bool?>(null, true, true, true, false)
        from sector in Sector
        from sum in Gen.Elements<decimal?>(null, 10m, 20m, 30m)
        from sublets in Gen.Elements<int?>(0, 1, 2, null, -1)
        select new FirmFigures
        {
            Code = "",
            Name = "",
            Land = land is { } mu ? Area.FromMu(mu) : null,
            Tax = tax,
            Revenue = tax,
            AddedValue = added,
            Energy = energy,
            Emission = emission,
            Staff = energy,
            KilowattHours = energy,
            Research = added,
            AboveScale = above,
            Sector = sector,
            SectorGroup = "sector-1",
            StatedSum = sum,
            Sublets = sublets,
            Events = sum == 30m ? [new(EventKind.SafetyAccident, 2022)] : [],
        };

    private static readonly Arbitrary<FirmFigures[]> Firms = Arb.From(
        Firm.ListOf().Select(firms => firms.Select((firm, at) => Named(firm, $"F{at:000}")).ToArray())
    );

    private static readonly Dictionary<IndicatorKind, decimal> LastYear = new()
    {
        [IndicatorKind.TaxPerMu] = 1,
        [IndicatorKind.RevenuePerMu] = 1,
    };

    [Fact]
    public void Every_firm_has_one_outcome_the_counts_add_up_and_nothing_throws() =>
        Prop.ForAll(
                Firms,
                firms =>
                {
                    foreach (var package in Packages)
                        AppraisalCheck.Closes(
                            new Appraiser(package, AppraisalPackages.Prices, LastYear).Appraise(firms)
                        );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_same_grades_in_any_order_of_the_firms() =>
        Prop.ForAll(
                Firms,
                Arb.From(Gen.Choose(0, int.MaxValue)),
                (firms, seed) =>
                {
                    var shuffled = firms.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    foreach (var package in Packages)
                    {
                        var appraiser = new Appraiser(package, null, LastYear);
                        Assert.Equal(Lines(appraiser.Appraise(firms)), Lines(appraiser.Appraise(shuffled)));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void No_firm_with_fewer_points_has_a_better_band() =>
        Prop.ForAll(
                Firms,
                firms =>
                {
                    foreach (var package in Packages)
                    {
                        var ranked = new Appraiser(package, null, LastYear)
                            .Appraise(firms)
                            .Firms.Where(score => score.ByBand is not null)
                            .GroupBy(score => score.Group!.Id);
                        foreach (var group in ranked)
                        {
                            var inOrder = group.OrderBy(score => score.Rank).ToList();
                            foreach (var (better, worse) in inOrder.Zip(inOrder.Skip(1)))
                                Assert.True(better.Total >= worse.Total && better.ByBand <= worse.ByBand);
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static FirmFigures Named(FirmFigures firm, string code) => firm with { Code = code, Name = code };

    private static IEnumerable<string> Lines(ParkAppraisal appraisal) =>
        appraisal
            .Firms.OrderBy(score => score.Firm.Code, StringComparer.Ordinal)
            .Select(score =>
                $"{score.Firm.Code} {score.Outcome} {score.Reason} {score.Total} {score.Rank} {score.ByBand} {score.Grade}"
            );
}
