using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Streams;

namespace LandLedger.Rules;

/// <summary>
/// Judges plots by one package as of the close of one day. Pure and safe to use from several threads; the same plot gives the
/// same evaluation. Only the result is allocated, no text is built.
/// </summary>
public sealed class Evaluator
{
    private const int Batch = 32;

    private readonly Thresholds _numbers;
    private readonly IRule[] _rules;
    private readonly Hearing[] _hearings;
    private readonly Classes _classes;
    private readonly MeasureTable _measures;
    private readonly KeptFindings _keep;
    private readonly ConcurrentBag<Judgement> _benches = [];
    private PerMuLimits? _perMuLimits;

    /// <summary>Looks up the numbers of the day.</summary>
    /// <param name="rules">The package.</param>
    /// <param name="asOf">The day at whose close the plots are judged.</param>
    /// <param name="keep">Of which plots the findings are kept; those of others are judged once more when they are asked for.</param>
    public Evaluator(RuleSet rules, DateOnly asOf, KeptFindings keep = KeptFindings.All)
    {
        _keep = keep;
        Rules = rules;
        AsOf = asOf;
        _numbers = rules.On(asOf);
        _rules = [.. rules.Rules];
        _hearings = [.. rules.Rules.Select(rule => Hearing.Of(rule, _numbers))];
        _classes = new(_rules);
        _measures = new(_numbers);
    }

    public RuleSet Rules { get; }

    public DateOnly AsOf { get; }

    internal PerMuLimits PerMuLimits => _perMuLimits ??= new(_numbers);

    public Evaluation Evaluate(Plot plot) => OneByOne([plot]).First();

    /// <summary>Streams, in the order given; judged on all cores.</summary>
    public Stretched<Evaluation> Evaluate(IEnumerable<Plot> plots) =>
        Stretched<Plot>.Of(plots, Batch).Through(OneByOne);

    /// <summary>Streams on the thread of the caller.</summary>
    public IEnumerable<Evaluation> OneByOne(IEnumerable<Plot> plots)
    {
        var bench = Bench();
        foreach (var plot in plots)
            yield return Evaluate(plot, bench);
        _benches.Add(bench);
    }

    /// <summary>The findings of a plot alone, to keep.</summary>
    internal Finding[] FindingsOf(Plot plot)
    {
        var bench = Bench();
        Hear(plot, bench);
        var findings = bench.KeptFindings();
        _benches.Add(bench);
        return findings;
    }

    private Judgement Bench() => _benches.TryTake(out var idle) ? idle : new(_numbers, _rules.Length);

    private void Hear(Plot plot, Judgement bench)
    {
        bench.Open(plot);
        foreach (var hearing in _hearings)
            bench.Hear(hearing);
    }

    private Evaluation Evaluate(Plot plot, Judgement bench)
    {
        Hear(plot, bench);
        var kept = _keep == KeptFindings.All ? bench.KeptFindings() : null;
        var findings = kept is null ? bench.Findings() : kept;
        var category = _classes.Of(plot.Stage, findings, out var deciding);
        var idle = category == Category.Idle ? bench.Idleness : null;
        var flags = FlagTable.Of(bench, _rules, findings);
        var decided = Deciding(findings, deciding, category);
        if (_keep == KeptFindings.Reasons && Evaluation.Says(category, flags))
            kept = bench.KeptFindings();
        var measures = _measures.Of(plot, category, idle, decided, findings, flags);
        return new()
        {
            Plot = plot,
            AsOf = AsOf,
            Rules = Rules,
            By = this,
            Findings = ImmutableCollectionsMarshal.AsImmutableArray(kept),
            Category = category,
            Flags = Unverified(measures) ? flags | PlotFlags.Unverified : flags,
            Cause = idle?.Cause,
            IdleSince = idle?.Since,
            Measures = measures,
            NotJudged = NotJudged(findings),
            Missing = category == Category.Undetermined ? Missing(findings, deciding) : [],
        };
    }

    private static Finding? Deciding(ReadOnlySpan<Finding> findings, ReadOnlySpan<int> deciding, Category category)
    {
        var verdict = category == Category.Undetermined ? Outcome.Undetermined : Outcome.Met;
        foreach (var rule in deciding)
        {
            if (findings[rule].Verdict == verdict)
                return findings[rule];
        }
        return null;
    }

    private static List<INeeded> Missing(ReadOnlySpan<Finding> findings, ReadOnlySpan<int> deciding)
    {
        var missing = new List<INeeded>(4);
        foreach (var rule in deciding)
        {
            if (findings[rule].Verdict != Outcome.Undetermined)
                continue;
            foreach (ref readonly var condition in findings[rule].Conditions)
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

    private static ulong NotJudged(ReadOnlySpan<Finding> findings)
    {
        var rules = 0ul;
        for (var i = 0; i < findings.Length; i++)
        {
            if (findings[i].Verdict == Outcome.NotJudged)
                rules |= 1ul << i;
        }
        return rules;
    }

    private static bool Unverified(ImmutableArray<Measure> measures)
    {
        for (var i = 0; i < measures.Length; i++)
        {
            if (measures[i].Clause.IsToVerify)
                return true;
        }
        return false;
    }
}
