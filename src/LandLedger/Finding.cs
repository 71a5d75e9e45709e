using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger;

/// <summary>
/// What one rule says of one plot (认定事项): how it came out, each condition with value and limit, and the article. For a finding
/// that is undetermined or not judged <see cref="Missing"/> lists what would decide it, each once, in order of judgement.
/// </summary>
public readonly record struct Finding(string Rule, Outcome Verdict, LawReference Clause, Conditions Conditions)
{
    public IEnumerable<INeeded> Missing => Verdict.IsOpen() ? MissingAs(Verdict) : [];

    private IEnumerable<INeeded> MissingAs(Outcome open) =>
        Conditions.Where(condition => condition.Outcome == open).SelectMany(condition => condition.Missing).Distinct();
}
