namespace LandLedger.Filters;

/// <summary>What is true, false or unknown of an item. An item is in the result when its filter is true.</summary>
public abstract record Predicate : Operand
{
    private protected Predicate() { }
}

public sealed record Truth(bool Value) : Predicate;

/// <summary>Two or more predicates.</summary>
public sealed record And(Operands Terms) : Predicate;

/// <summary>Two or more predicates.</summary>
public sealed record Or(Operands Terms) : Predicate;

public sealed record Not(Predicate Term) : Predicate;

/// <summary>Unknown when either side is. Texts are ordered by code point.</summary>
public sealed record Comparison(Comparator Comparator, Operand Left, Operand Right) : Predicate;

/// <summary>
/// A text against a pattern, case-sensitive: % stands for any characters, _ for one, \ takes the meaning from the next. The
/// pattern is a <see cref="TextValue"/>, bare or <see cref="Folded"/>.
/// </summary>
public sealed record Like(Operand Text, Operand Pattern) : Predicate;

/// <summary>Both ends included.</summary>
public sealed record Between(Operand Value, Operand Low, Operand High) : Predicate;

/// <summary>One value or more.</summary>
public sealed record In(Operand Value, Operands Items) : Predicate;

public sealed record IsNull(Operand Value) : Predicate;

public sealed record SpatialPredicate(SpatialRelation Relation, Operand Left, Operand Right) : Predicate;

/// <summary>An instant counts as an interval that starts and ends with it.</summary>
public sealed record TemporalPredicate(TemporalRelation Relation, Operand Left, Operand Right) : Predicate;

public sealed record ArrayPredicate(ArrayRelation Relation, Operand Left, Operand Right) : Predicate;
