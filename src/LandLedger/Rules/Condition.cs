using LandLedger.Fields;

namespace LandLedger.Rules;

/// <summary>How a condition or rule came out (判定). A missing fact is never "not met".</summary>
public enum Outcome : byte
{
    NotMet,
    Met,

    /// <summary>Facts are missing, and the plot stays undetermined for want of them.</summary>
    Undetermined,

    /// <summary>
    /// 未判: facts or numbers are missing, and the package declares that the rule waits for them without keeping the plot undetermined.
    /// </summary>
    NotJudged,
}

/// <summary>
/// One condition of a rule as judged: the value found, the limit it was held against, how it came out, the clause, and for one
/// that could not be judged what is missing: fields of the plot, numbers of the package. <see cref="Id"/> names the sentence in the texts (<c>condition.ID.OUTCOME</c>).
/// </summary>
public readonly record struct Condition
{
    private readonly ConditionForm _form;

    public Condition(
        string id,
        Outcome outcome,
        Fact value,
        Fact limit,
        LawReference clause,
        IReadOnlyList<INeeded> missing
    )
        : this(new(id, outcome, clause, missing), value, limit) { }

    internal Condition(ConditionForm form, in Fact value, in Fact limit) =>
        (_form, Value, Limit) = (form, value, limit);

    public string Id => _form.Id;

    public Outcome Outcome => _form.Outcome;

    public Fact Value { get; }

    public Fact Limit { get; }

    public LawReference Clause => _form.Clause;

    public IReadOnlyList<INeeded> Missing => _form.Missing;

    /// <summary>Key of its sentence in the texts.</summary>
    internal string Sentence => _form.Sentence;
}

/// <summary>Logic over what is known: undetermined, or not judged, only where the missing fact could still turn the result.</summary>
public static class Outcomes
{
    public static Outcome Of(bool met) => met ? Outcome.Met : Outcome.NotMet;

    public static Outcome Of(bool? met) => met is { } known ? Of(known) : Outcome.Undetermined;

    public static Outcome And(this Outcome left, Outcome right) =>
        left == Outcome.NotMet || right == Outcome.NotMet ? Outcome.NotMet
        : left == Outcome.NotJudged || right == Outcome.NotJudged ? Outcome.NotJudged
        : left == Outcome.Met && right == Outcome.Met ? Outcome.Met
        : Outcome.Undetermined;

    public static Outcome Or(this Outcome left, Outcome right) =>
        left == Outcome.Met || right == Outcome.Met ? Outcome.Met
        : left == Outcome.Undetermined || right == Outcome.Undetermined ? Outcome.Undetermined
        : left == Outcome.NotJudged || right == Outcome.NotJudged ? Outcome.NotJudged
        : Outcome.NotMet;

    /// <summary>Whether a fact that is missing kept it from coming out as met or not met.</summary>
    public static bool IsOpen(this Outcome outcome) => outcome is Outcome.Undetermined or Outcome.NotJudged;

    public static Outcome Not(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Met => Outcome.NotMet,
            Outcome.NotMet => Outcome.Met,
            _ => outcome,
        };
}
