using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Metrics;

namespace LandLedger.Rules;

/// <summary>
/// Judges plots by one package as of the close of one day. Pure and safe to use from several threads; the same plot gives the
/// same evaluation. Only the result is allocated, no text is built.
/// </summary>
public sealed class Evaluator
{
    private const int Batch = 256;

    private readonly Thresholds _numbers;
    private readonly IRule[] _rules;
    private readonly LawReference[] _clauses;
    private readonly Classes _classes;
    private readonly MeasureTable _measures;
    private Judgement? _spare;

    public Evaluator(RuleSet rules, DateOnly asOf)
    {
        Rules = rules;
        AsOf = asOf;
        _numbers = rules.On(asOf);
        _rules = [.. rules.Rules];
        _clauses = [.. rules.Rules.Select(rule => rules.Clause(rule.Clauses.FirstOrDefault(rule.Id)))];
        _classes = new(_rules);
        _measures = new(_numbers);
    }

    public RuleSet Rules { get; }

    public DateOnly AsOf { get; }

    public Evaluation Evaluate(Plot plot)
    {
        var bench = Interlocked.Exchange(ref _spare, null) ?? new(_numbers);
        var evaluation = Evaluate(plot, bench);
        _spare = bench;
        return evaluation;
    }

    /// <summary>Streams, in the order given: plots are taken a batch at a time and judged on all cores.</summary>
    public IEnumerable<Evaluation> Evaluate(IEnumerable<Plot> plots)
    {
        var results = new Evaluation[Batch];
        foreach (var batch in plots.Chunk(Batch))
        {
            var share = (batch.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount;
            Parallel.For(
                0,
                (batch.Length + share - 1) / share,
                worker =>
                {
                    var bench = new Judgement(_numbers);
                    var end = Math.Min(batch.Length, (worker + 1) * share);
                    for (var i = worker * share; i < end; i++)
                        results[i] = Evaluate(batch[i], bench);
                }
            );
            for (var i = 0; i < batch.Length; i++)
                yield return results[i];
        }
    }

    private Evaluation Evaluate(Plot plot, Judgement bench)
    {
        bench.Open(plot);
        var findings = new Finding[_rules.Length];
        for (var i = 0; i < _rules.Length; i++)
        {
            var verdict = _rules[i].Judge(bench);
            findings[i] = new(_rules[i].Id, verdict, _clauses[i], bench.TakeConditions());
        }
        var category = _classes.Of(plot.Stage, findings, out var deciding);
        var idle = category == Category.Idle ? bench.Idleness : null;
        var flags = FlagTable.Of(bench, _rules, findings);
        var decided = Deciding(findings, deciding, category);
        var measures = _measures.Of(plot, category, idle, decided, findings, flags);
        return new()
        {
            Plot = plot,
            AsOf = AsOf,
            Rules = Rules,
            Category = category,
            Flags = Unverified(measures) ? flags | PlotFlags.Unverified : flags,
            Cause = idle?.Cause,
            IdleSince = idle?.Since,
            Findings = findings,
            Measures = measures,
            PerMu = PlotFigures.Of(plot, Rules.PerMuBasis, AsOf),
            Missing = category == Category.Undetermined ? Missing(findings, deciding) : [],
        };
    }

    private static Finding? Deciding(Finding[] findings, ReadOnlySpan<int> deciding, Category category)
    {
        var verdict = category == Category.Undetermined ? Outcome.Undetermined : Outcome.Met;
        foreach (var rule in deciding)
        {
            if (findings[rule].Verdict == verdict)
                return findings[rule];
        }
        return null;
    }

    private static List<INeeded> Missing(Finding[] findings, ReadOnlySpan<int> deciding)
    {
        var missing = new List<INeeded>(4);
        foreach (var rule in deciding)
        {
            if (findings[rule].Verdict != Outcome.Undetermined)
                continue;
            foreach (var condition in findings[rule].Conditions)
            {
                if (condition.Outcome != Outcome.Undetermined)
                    continue;
                for (var i = 0; i < condition.Missing.Count; i++)
                {
                    if (!missing.Contains(condition.Missing[i]))
                        missing.Add(condition.Missing[i]);
                }
            }
        }
        return missing;
    }

    private static bool Unverified(IReadOnlyList<Measure> measures)
    {
        for (var i = 0; i < measures.Count; i++)
        {
            if (measures[i].Clause.Trust == Trust.Unverified)
                return true;
        }
        return false;
    }
}
