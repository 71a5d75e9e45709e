using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger;

/// <summary>
/// What one rule says of one plot (认定事项): how it came out, each condition with value and limit, and the article. For a finding
/// that is undetermined or not judged <see cref="Missing"/> lists what would decide it, each once, in order of judgement.
/// </summary>
public readonly record struct Finding(string Rule, Outcome Verdict, LawReference Clause, Conditions Conditions)
{
    public IReadOnlyList<INeeded> Missing => Verdict.IsOpen() ? MissingAs(Verdict) : [];

    private IReadOnlyList<INeeded> MissingAs(Outcome open)
    {
        IReadOnlyList<INeeded>? missing = null;
        foreach (ref readonly var condition in Conditions)
        {
            if (condition.Outcome != open || condition.Missing.Count == 0)
                continue;
            missing = missing is null ? condition.Missing : [.. missing.Concat(condition.Missing).Distinct()];
        }
        return missing ?? [];
    }
}
