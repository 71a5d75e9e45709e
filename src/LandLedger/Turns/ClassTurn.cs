using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Rules;

namespace LandLedger.Turns;

/// <summary>One of two evaluations of a park that are held against each other.</summary>
/// <param name="Park">With the facts that count.</param>
public sealed record TurnSide(KnownPark Park, RuleSet Rules, DateOnly AsOf);

/// <summary>What turned the class of a plot. They are told apart by letting them come one after another, in this order.</summary>
public enum TurnedBy
{
    /// <summary>The same facts and numbers give another class on the later day.</summary>
    Time,

    /// <summary>The package is another one, or numbers came into force between the days.</summary>
    Rule,

    /// <summary>The ledger recorded other facts.</summary>
    Fact,

    /// <summary>A case set another class, or what it set has ended.</summary>
    Case,
}

/// <summary>A plot that counts as another class in the later evaluation.</summary>
/// <param name="Plot">As the later evaluation has it, or the earlier where the later has none.</param>
/// <param name="From">Null where the plot was not in the register.</param>
/// <param name="To">Null where it is no longer in the register.</param>
/// <param name="Steps">Those that turned the class, in the order of <see cref="TurnedBy"/>; the first begins with From, the last ends with To.</param>
public sealed record ClassTurn(Plot Plot, Category? From, Category? To, IReadOnlyList<TurnStep> Steps);

/// <summary>One thing that turned the class.</summary>
public sealed record TurnStep(TurnedBy By, Category? From, Category? To)
{
    /// <summary>
    /// The facts of the entries at which the class turned: those without which it would not have turned there; where there is no single
    /// one, all that the entry changed.
    /// </summary>
    public IReadOnlyList<TurnedFact> Facts { get; init; } = [];

    /// <summary>
    /// The numbers that came into force or went out of it: those that alone turn the class, or all where no single one does. Empty where
    /// the package is another one.
    /// </summary>
    public IReadOnlyList<TurnedNumber> Numbers { get; init; } = [];

    /// <summary>The steps of cases at which the class turned, in order of their days.</summary>
    public IReadOnlyList<TurnedCase> Cases { get; init; } = [];
}

/// <summary>A fact that turned a class, in the form of <see cref="FactChange"/>.</summary>
/// <param name="About">The subject of the entry: the plot, or a firm whose figures count on it.</param>
/// <param name="Entry">Number of the entry that said it.</param>
public sealed record TurnedFact(string Field, string Old, string New, string About, long Entry);

/// <summary>A step of a case that set a class, took it back, or closed the case.</summary>
/// <param name="Booked">The case with all steps; where its procedure is not at hand nobody can tell what the step did.</param>
/// <param name="Entry">Number of the entry that said it.</param>
public sealed record TurnedCase(BookedCase Booked, CaseStep Step, long Entry);

/// <summary>A number of the package on both days; null where none was in force.</summary>
public sealed record TurnedNumber(string Id, Threshold? Old, Threshold? New);
