namespace LandLedger.Appraisal.Scoring;

/// <summary>Scores and ranks the firms of one group and gives them their grades.</summary>
internal sealed class GroupScoring(
    AppraisalPackage package,
    AppraisalGroup group,
    int year,
    IReadOnlyDictionary<IndicatorKind, decimal>? lastYear,
    Pricing pricing
)
{
    /// <summary>Decimals of points where the source says none.</summary>
    private const int Finest = 15;

    /// <summary>Completes the scores of the members.</summary>
    /// <param name="members">Places in <paramref name="scores"/> of the firms of the group; sorted here by code, so that sums do not hang on their order.</param>
    /// <param name="scores">Of all firms.</param>
    public GroupResult Score(List<int> members, FirmScore[] scores)
    {
        members.Sort((one, other) => string.CompareOrdinal(scores[one].Firm.Code, scores[other].Firm.Code));
        var firms = new FirmFigures[members.Count];
        for (var at = 0; at < firms.Length; at++)
            firms[at] = scores[members[at]].Firm;
        var indicators = group.Indicators ?? [];
        var columns = new Column[indicators.Count];
        var points = new IndicatorScore[columns.Length][];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new(indicators[i], firms, lastYear, package.Decimals ?? Finest);
            points[i] = columns[i].Scores();
        }
        var ranking = new Ranking(package.Ties, firms.Length);
        var rows = new PointSum[firms.Length];
        for (var at = 0; at < firms.Length; at++)
        {
            rows[at] = PointSum.Of(group, firms[at], points, at);
            if (rows[at].Total is { } total)
                ranking.Add(at, total, firms[at]);
        }
        var places = ranking.Places(firms.Length);
        var counts = group.Bands?.CountsUpTo(ranking.Count) ?? [];
        var (byBand, final) = (new int[Grades], new int[Grades]);
        for (var at = 0; at < firms.Length; at++)
        {
            var score = Complete(scores[members[at]], rows[at], places[at], counts);
            scores[members[at]] = score;
            if (score.ByBand is { } band)
                byBand[(int)band]++;
            if (score.Grade is { } grade)
                final[(int)grade]++;
        }
        return new()
        {
            Group = group,
            Members = firms.Length,
            Ranked = ranking.Count,
            Benchmarks = [.. columns.Select(column => column.Benchmark)],
            Counts = final,
            CountsByBand = byBand,
        };
    }

    private static readonly int Grades = Enum.GetValues<Grade>().Length;

    private FirmScore Complete(FirmScore score, PointSum row, int place, int[] counts)
    {
        if (row.Total is not { } total)
            return score with
            {
                Reason = row.Reason,
                Indicators = row.Indicators,
                Sum = row.Sum,
                Bonus = row.Bonus,
                Deduction = row.Deduction,
            };
        Grade? band = group.Bands?.Of(place, total, counts);
        var veto = band is { } given ? VetoOf(score.Firm, given) : null;
        var grade = veto?.Grade ?? band;
        return score with
        {
            Outcome = grade is null ? AppraisalOutcome.Ranked : AppraisalOutcome.Graded,
            Indicators = row.Indicators,
            Sum = row.Sum,
            Bonus = row.Bonus,
            Deduction = row.Deduction,
            Total = total,
            Rank = place,
            ByBand = band,
            Veto = veto,
            Grade = grade,
            Prices = grade is { } final ? pricing.Of(score.Firm, final) : [],
        };
    }

    /// <summary>Of the vetoes that hit, the first of those with the worst grade; null where none makes the grade worse.</summary>
    private Veto? VetoOf(FirmFigures firm, Grade given)
    {
        Veto? worst = null;
        foreach (var veto in package.Vetoes ?? [])
        {
            if (veto.Grade > (worst?.Grade ?? given) && veto.Hits(firm, year))
                worst = veto;
        }
        return worst;
    }
}
