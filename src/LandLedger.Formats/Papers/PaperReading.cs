using System.Globalization;
using LandLedger.Cases;
using LandLedger.Rules;

namespace LandLedger.Formats.Papers;

/// <summary>
/// One reading of a source for one paper: what steps said up to the one that makes it, which clauses were cited, and what contradicts
/// itself.
/// </summary>
internal sealed class PaperReading
{
    /// <summary>As many as tell one text from another for a reader.</summary>
    private const int DigestDigits = 12;

    private readonly PaperKind _kind;
    private readonly PaperSource _source;
    private readonly List<LawReference> _cited = [];
    private readonly Dictionary<string, PaperProblem> _contradictions = new(StringComparer.Ordinal);

    public PaperReading(PaperKind kind, PaperSource source)
    {
        _kind = kind;
        _source = source;
        var taken = source.Case.Steps.TakeWhile(step => !ReferenceEquals(step, source.Step));
        Steps = [.. taken, source.Step];
        Override = Case.Replay(source.Case.Plot, source.Case.Procedure, Steps).Case?.Override;
        Rules = source.Evaluation.Rules with { Instruments = Instruments(source) };
        Cite(source.Case.Procedure.FindStep(source.Step.Kind)!.Clause);
        foreach (var clause in IsIdleLand ? PaperContents.Of(kind).Clauses : [])
            Cite(clause);
    }

    /// <summary>The words around the facts, which stand as they were recorded.</summary>
    public Texts Texts => Texts.In(_source.Language);

    public Case Case => _source.Case;

    public CaseStep Step => _source.Step;

    public PaperOffice Office => _source.Office;

    public Evaluation Evaluation => _source.Evaluation;

    public Plot Plot => Evaluation.Plot;

    /// <summary>The class that was set in the place of the computed one when the step was taken.</summary>
    public CaseOverride? Override { get; }

    /// <summary>The package with the instruments of the procedure beside its own.</summary>
    public RuleSet Rules { get; }

    /// <summary>The first digits of the digest of the calendar that the step was taken by; null where nobody told.</summary>
    public string? Calendar => _source.Rules?.Calendar?[..DigestDigits];

    /// <summary>The same of the template that the store keeps.</summary>
    public string? Template => _source.Template?[..DigestDigits];

    /// <summary>Up to the step that makes the paper, that one included.</summary>
    public IReadOnlyList<CaseStep> Steps { get; }

    /// <summary>Order 53 says what papers must state of idle land, and of no other.</summary>
    public bool IsIdleLand => Case.Procedure.Categories.Contains(Category.Idle);

    public IReadOnlyList<LawReference> Cited => _cited;

    public IReadOnlyCollection<PaperProblem> Contradictions => _contradictions.Values;

    /// <summary>What a step said of a fact, the last word first.</summary>
    public Fact Said(string id) => LastThatSays(id) is { } step ? step.Facts[id] : Fact.Unknown;

    public CaseStep? LastThatSays(string id) => Steps.LastOrDefault(step => step.Facts.GetValueOrDefault(id).IsKnown);

    /// <summary>The last step of a kind.</summary>
    public CaseStep? Taken(string kind) => Steps.LastOrDefault(step => step.Kind == kind);

    public CaseStep? LastThatMade(PaperKind paper) =>
        Steps.LastOrDefault(step => Case.Procedure.FindStep(step.Kind)?.Paper == paper);

    /// <summary>A text as somebody wrote it, without the full stop that the template sets.</summary>
    public string? Free(string id) => LastThatSays(id) is { } step ? Free(id, step) : null;

    public string? Free(string id, CaseStep step) =>
        OrNull(step.Facts.GetValueOrDefault(id).Text?.Trim().TrimEnd('。', '.'));

    public string Word(Fact fact) => Sentence.Of(fact, Texts);

    /// <summary>A day on which something happened; null where that was not yet so on the day of the paper.</summary>
    public DateOnly? Happened(DateOnly? day) => day <= Step.Day ? day : null;

    public string? Day(DateOnly? day) => day is null ? null : Word(Fact.Of(day));

    public string Day(DateOnly day) => Word(Fact.Of(day));

    /// <summary>To the fen, half up, in figures and, in Chinese, capital numerals; too large for these is told.</summary>
    public string Money(string fact, Money amount)
    {
        var yuan = amount.ToYuan();
        var number = yuan.ToString(decimal.IsInteger(yuan) ? "N0" : "N2", CultureInfo.InvariantCulture);
        var figures = Texts.Fill("unit.yuan", _ => number);
        return Math.Abs(amount.Yuan) >= CapitalAmount.Limit ? Differs(fact, figures, ">= 10^16")
            : Texts.Language == Language.Chinese
                ? Say("money", ("figures", figures), ("capitals", CapitalAmount.Of(amount)))
            : figures;
    }

    /// <summary>A number of law, cited, with a mark where it was not verified.</summary>
    public string Number(Threshold number)
    {
        Cite(number.Source);
        var text = Word(Fact.Of(number.Value, number.Unit));
        return number.Source.IsToVerify ? Say("to-verify", ("text", text)) : text;
    }

    public string Say(string key, params ReadOnlySpan<(string Place, string? Word)> words)
    {
        var given = words.ToArray();
        return Texts.Fill("paper-text." + key, place => given.First(word => word.Place == place).Word);
    }

    /// <summary>A phrase about one thing; null where that is not known.</summary>
    public string? SayOf(string key, string place, string? word) => word is null ? null : Say(key, (place, word));

    public void Cite(LawReference clause)
    {
        if (!_cited.Contains(clause))
            _cited.Add(clause);
    }

    /// <summary>What a step or the office says, with a mark of what is at odds with it.</summary>
    public string Differs(string fact, string said, string other)
    {
        var text = Say("differs", ("said", said), ("other", other));
        _contradictions.TryAdd(fact, new("fact-differs", fact) { Paper = _kind, Value = text });
        return text;
    }

    public string Joined(IEnumerable<string?> phrases) =>
        string.Join(Texts["paper-text.comma"], phrases.OfType<string>());

    public static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static Dictionary<string, Instrument> Instruments(PaperSource source)
    {
        var all = source.Case.Procedure.Instruments.ToDictionary(StringComparer.Ordinal);
        foreach (var (id, instrument) in source.Evaluation.Rules.Instruments)
            all[id] = instrument;
        return all;
    }
}
