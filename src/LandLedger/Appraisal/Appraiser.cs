using LandLedger.Appraisal.Scoring;

namespace LandLedger.Appraisal;

/// <summary>Appraises firms by a package: pure, and the same whatever order the firms come in.</summary>
/// <param name="package">Of a year.</param>
/// <param name="prices">What grades cost; one that comes into force after the year that follows the year appraised has no effect.</param>
/// <param name="lastYear">Means of the year before in the unit of the indicator, for packages whose benchmarks come of them.</param>
public sealed class Appraiser(
    AppraisalPackage package,
    IReadOnlyList<PriceTable>? prices = null,
    IReadOnlyDictionary<IndicatorKind, decimal>? lastYear = null
)
{
    private readonly int _year =
        package.Year ?? throw new ArgumentException("A package without a year: take it For one.", nameof(package));

    public ParkAppraisal Appraise(IReadOnlyList<FirmFigures> firms)
    {
        var admission = new Admission(package, _year, firms);
        var scores = new FirmScore[firms.Count];
        var members = new List<Member>[package.Groups.Count];
        for (var group = 0; group < members.Length; group++)
            members[group] = [];
        for (var at = 0; at < scores.Length; at++)
        {
            var (group, unjudged) = admission.Admit(firms[at], out var refused);
            if (refused is null)
                members[group].Add(new(at, firms[at], unjudged));
            else
                scores[at] = refused;
        }
        var pricing = new Pricing(_year, prices ?? []);
        var groups = new GroupResult[members.Length];
        Parallel.For(
            0,
            groups.Length,
            group =>
                groups[group] = new GroupScoring(package, package.Groups[group], _year, lastYear, pricing).Score(
                    members[group],
                    scores
                )
        );
        return new()
        {
            Package = package,
            Firms = scores,
            Groups = groups,
            Prices = Pricing.Totals(scores),
        };
    }
}
