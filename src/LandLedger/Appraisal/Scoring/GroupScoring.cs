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

    /// <summary>Scores the members.</summary>
    /// <param name="members">Sorted here by code, so that sums do not hang on their order.</param>
    /// <param name="scores">Of all firms: those of the members are put in.</param>
    public GroupResult Score(List<Member> members, FirmScore[] scores)
    {
        members.Sort((one, other) => string.CompareOrdinal(one.Firm.Code, other.Firm.Code));
        var (bases, points) = Columns(members);
        var ranking = new Ranking(package.Ties, members.Count);
        var rows = new PointSum[members.Count];
        for (var at = 0; at < rows.Length; at++)
        {
            rows[at] = PointSum.Of(group, members[at].Firm, points[at]);
            if (rows[at].Total is { } total)
                ranking.Add(at, total, members[at].Firm);
        }
        var places = ranking.Places(rows.Length);
        var counts = group.Bands?.CountsUpTo(ranking.Count) ?? [];
        var (byBand, final) = (new int[Grades], new int[Grades]);
        for (var at = 0; at < rows.Length; at++)
        {
            var score = Complete(members[at], rows[at], points[at], places[at], counts);
            scores[members[at].At] = score;
            if (score.ByBand is { } band)
                byBand[(int)band]++;
            if (score.Grade is { } grade)
                final[(int)grade]++;
        }
        return new()
        {
            Group = group,
            Members = rows.Length,
            Ranked = ranking.Count,
            Bases = bases,
            Counts = final,
            CountsByBand = byBand,
        };
    }

    private static readonly int Grades = Enum.GetValues<Grade>().Length;

    /// <summary>What the indicators are held against, and the scores of each member in the order of members.</summary>
    private (IndicatorBasis[] Bases, IndicatorScore[][] Points) Columns(List<Member> members)
    {
        Column[] columns =
        [
            .. (group.Indicators ?? []).Select(one => new Column(one, members.Count, package.Decimals ?? Finest)),
        ];
        var points = new IndicatorScore[members.Count][];
        for (var at = 0; at < points.Length; at++)
        {
            points[at] = columns.Length > 0 ? new IndicatorScore[columns.Length] : [];
            foreach (var column in columns)
                column.Take(at, members[at].Firm);
        }
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Settle(lastYear);
            columns[i].Score(points, i);
        }
        return ([.. columns.Select(column => column.Basis)], points);
    }

    private FirmScore Complete(Member member, in PointSum row, IndicatorScore[] points, int place, int[] counts)
    {
        var firm = member.Firm;
        Grade? band = row.Total is { } total ? group.Bands?.Of(place, total, counts) : null;
        var veto = band is { } given ? VetoOf(firm, given) : null;
        var grade = veto?.Grade ?? band;
        return new()
        {
            Firm = firm,
            Outcome =
                row.Total is null ? AppraisalOutcome.Ungraded
                : grade is null ? AppraisalOutcome.Ranked
                : AppraisalOutcome.Graded,
            Reason = row.Reason,
            Group = group,
            Indicators = points,
            Sum = row.Sum,
            Bonus = row.Bonus,
            Deduction = row.Deduction,
            Total = row.Total,
            Rank = row.Total is null ? null : place,
            ByBand = band,
            Veto = veto,
            Grade = grade,
            Prices = grade is { } final ? pricing.Of(firm, final) : [],
            Unjudged = member.Unjudged,
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
