using LandLedger.Fields;

namespace LandLedger.Rules;

/// <summary>
/// The bench at which rules judge: one plot, one day, the numbers of that day, and a notebook of conditions that is reused from
/// plot to plot. Not thread-safe; one for each worker.
/// </summary>
public sealed class Judgement
{
    private readonly Heard[] _heard;
    private readonly Finding[] _findings;
    private readonly ConditionForms _forms = new();
    private Condition[] _noted = new Condition[64];
    private int _count;
    private int _rules;

    /// <summary>The contract was signed only after the day judged.</summary>
    private bool _isGrantedLater;

    /// <summary>A bench for the numbers of one day, at which so many rules are heard at most.</summary>
    public Judgement(Thresholds numbers, int rules) =>
        (Numbers, _heard, _findings) = (numbers, new Heard[rules], new Finding[rules]);

    public Thresholds Numbers { get; }

    public DateOnly AsOf => Numbers.AsOf;

    public Plot Plot { get; private set; } = null!;

    /// <summary>The clause of the rule that is being heard.</summary>
    public LawReference Own { get; private set; } = null!;

    /// <summary>Whether building has begun, as the first rule that asked has found.</summary>
    internal (IdleLand.Groundwork? Groundwork, IdleLand.Beginning Beginning)? Building { get; set; }

    /// <summary>How the plot is idle; set by the idle rule that is met.</summary>
    public IdleLand.Idleness? Idleness { get; set; }

    /// <summary>What the rules found beside their verdicts; each adds its own.</summary>
    public PlotFlags Flags { get; set; }

    /// <summary>The clause of a key that the rule lists.</summary>
    public LawReference Clause(string key) => Numbers.Clause(key);

    public void Open(Plot plot)
    {
        Plot = plot;
        _isGrantedLater = plot.IsGrantedAfter(AsOf);
        Building = null;
        Idleness = null;
        Flags = PlotFlags.None;
        _count = 0;
        _rules = 0;
    }

    /// <summary>Lets a rule judge the plot and keeps how it came out. None can of a day before the contract.</summary>
    internal void Hear(Hearing hearing)
    {
        Own = hearing.Clause;
        var verdict = _isGrantedLater ? IdleLand.Supply.NoteGrantedLater(this) : hearing.Judge(this);
        _heard[_rules++] = new(hearing, verdict, _count);
    }

    /// <summary>Notes a condition and hands its outcome back.</summary>
    public Outcome Note(
        string id,
        Outcome outcome,
        in Fact value,
        in Fact limit,
        LawReference clause,
        IReadOnlyList<INeeded>? missing = null
    )
    {
        if (_count == _noted.Length)
            Array.Resize(ref _noted, _count * 2);
        _noted[_count++] = new(_forms.Of(id, outcome, clause, missing ?? []), value, limit);
        return outcome;
    }

    /// <summary>How many conditions are noted so far.</summary>
    internal int Noted => _count;

    /// <summary>Strikes what was noted beyond so many conditions.</summary>
    internal void Strike(int beyond) => _count = beyond;

    /// <summary>One finding for each rule heard, with its conditions as they stand in the notebook: good until the next plot.</summary>
    internal ReadOnlySpan<Finding> Findings()
    {
        Fill(_findings, _noted);
        return _findings.AsSpan(0, _rules);
    }

    /// <summary>The same to keep; their conditions share one array.</summary>
    internal Finding[] KeptFindings()
    {
        var findings = new Finding[_rules];
        Fill(findings, _noted.AsSpan(0, _count).ToArray());
        return findings;
    }

    private void Fill(Finding[] findings, Condition[] conditions)
    {
        var start = 0;
        for (var i = 0; i < _rules; i++)
        {
            ref readonly var heard = ref _heard[i];
            findings[i] = new(heard.By.Rule, heard.Verdict, heard.By.Clause, new(conditions, start, heard.End - start));
            start = heard.End;
        }
    }

    private readonly record struct Heard(Hearing By, Outcome Verdict, int End);
}

/// <summary>A rule as it is called for each plot: its id, its clause in the package, and its judging.</summary>
internal sealed record Hearing(string Rule, LawReference Clause, Func<Judgement, Outcome> Judge)
{
    public static Hearing Of(IRule rule, Thresholds numbers) =>
        new(rule.Id, numbers.Clause(rule.Clauses.FirstOrDefault(rule.Id)), rule.Judge);
}
