using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger;

/// <summary>
/// What one rule says of one plot (认定事项): how it came out, each condition with value and limit, and the article. For an
/// undetermined finding <see cref="Missing"/> lists what would decide it, each once, in order of judgement.
/// </summary>
public readonly record struct Finding(string Rule, Outcome Verdict, LawReference Clause, Conditions Conditions)
{
    public IEnumerable<INeeded> Missing =>
        Verdict == Outcome.Undetermined
            ? Conditions.Where(c => c.Outcome == Outcome.Undetermined).SelectMany(c => c.Missing).Distinct()
            : [];
}
