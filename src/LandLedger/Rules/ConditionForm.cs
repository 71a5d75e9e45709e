using System.Runtime.CompilerServices;
using LandLedger.Fields;

namespace LandLedger.Rules;

/// <summary>
/// What conditions of many plots have in common: id, outcome, clause and what is missing. An evaluation holds one reference for it
/// beside the value and the limit of each condition.
/// </summary>
internal sealed record ConditionForm(string Id, Outcome Outcome, LawReference Clause, IReadOnlyList<INeeded> Missing)
{
    private string? _sentence;

    /// <summary>The form that was noted after this one the last time: most plots are judged alike.</summary>
    public ConditionForm? Follower { get; set; }

    /// <summary>Key of its sentence in the texts.</summary>
    public string Sentence => _sentence ??= "condition." + Id + "." + Codes.Of(Outcome);

    internal bool Is(string id, Outcome outcome, LawReference clause, IReadOnlyList<INeeded> missing) =>
        Outcome == outcome
        && ReferenceEquals(Id, id)
        && ReferenceEquals(Clause, clause)
        && ReferenceEquals(Missing, missing);

    public bool Equals(ConditionForm? other) =>
        ReferenceEquals(this, other)
        || other is not null
            && Outcome == other.Outcome
            && string.Equals(Id, other.Id, StringComparison.Ordinal)
            && Clause.Equals(other.Clause)
            && Missing.SequenceEqual(other.Missing);

    public override int GetHashCode() => HashCode.Combine(Id, Outcome, Missing.Count);
}

/// <summary>
/// The forms that one bench has noted so far: as many as the package has ways to come out. Ids, clauses and most lists of what is missing
/// are objects that stay, so a form is looked for by reference first.
/// </summary>
internal sealed class ConditionForms
{
    /// <summary>Several times what a package has; two that fall on one place take turns.</summary>
    private const int Places = 4096;

    private readonly ConditionForm?[] _places = new ConditionForm?[Places];
    private readonly Dictionary<ConditionForm, ConditionForm> _all = [];
    private ConditionForm? _last;

    public ConditionForm Of(string id, Outcome outcome, LawReference clause, IReadOnlyList<INeeded> missing)
    {
        var form = _last?.Follower;
        if (form is null || !form.Is(id, outcome, clause, missing))
        {
            form = Placed(id, outcome, clause, missing);
            if (_last is not null)
                _last.Follower = form;
        }
        return _last = form;
    }

    private ConditionForm Placed(string id, Outcome outcome, LawReference clause, IReadOnlyList<INeeded> missing)
    {
        ref var form = ref _places[Place(id, outcome, clause)];
        if (form is null || !form.Is(id, outcome, clause, missing))
            form = Known(new(id, outcome, clause, missing));
        return form;
    }

    private ConditionForm Known(ConditionForm form) =>
        _all.TryGetValue(form, out var known) ? known : _all[form] = form;

    private static int Place(string id, Outcome outcome, LawReference clause) =>
        ((RuntimeHelpers.GetHashCode(id) * 3) + (RuntimeHelpers.GetHashCode(clause) * 7) + (int)outcome) & (Places - 1);
}
