using LandLedger.Appraisal;

namespace LandLedger.Tests.Appraisal;

/// <summary>What holds of every appraisal.</summary>
internal static class AppraisalCheck
{
    /// <summary>Every firm is in one place, and the counts of a group add up to it.</summary>
    public static void Closes(ParkAppraisal appraisal)
    {
        foreach (var group in appraisal.Groups)
        {
            var scores = appraisal
                .Firms.Where(score =>
                    score.Group?.Id == group.Group.Id && score.Outcome != AppraisalOutcome.BelowLandFloor
                )
                .ToList();
            var ranks = scores.Select(score => score.Rank).OfType<int>().Order();
            Assert.Equal(Enumerable.Range(1, group.Ranked), ranks);
            if (group.Group.Bands is null)
                Assert.All(group.Counts, count => Assert.Equal(0, count));
            else
                Assert.Equal((group.Ranked, group.Ranked), (group.Counts.Sum(), group.CountsByBand.Sum()));
        }
        Assert.All(
            appraisal.Firms,
            score => Assert.Equal(score.Outcome is AppraisalOutcome.Graded, score.Grade is not null)
        );
        Assert.All(
            appraisal.Firms.Where(score => score.Rank is null),
            score => Assert.NotEqual(AppraisalReason.None, score.Reason)
        );
        Assert.Equal(
            appraisal.Firms.Count(score => score.Rank is not null),
            appraisal.Groups.Sum(group => group.Ranked)
        );
    }
}
