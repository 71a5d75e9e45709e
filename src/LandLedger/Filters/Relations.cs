using LandLedger.Import.Checks;

namespace LandLedger.Filters;

public enum Comparator
{
    Equal,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
}

public enum ArithmeticOperator
{
    Plus,
    Minus,
    Times,

    /// <summary>With a remainder in decimals: 5 / 2 is 2.5.</summary>
    DividedBy,

    /// <summary>The remainder of the whole quotient, with the sign of the dividend: -5 % 3 is -2.</summary>
    Remainder,

    /// <summary>The whole quotient, cut towards zero: 5 div 2 is 2.</summary>
    WholeQuotient,
    ToThePower,
}

public enum Folding
{
    Case,
    Accents,
}

/// <summary>Relations of the nine-intersection model, first geometry to second.</summary>
public enum SpatialRelation
{
    Intersects,
    Equals,
    Disjoint,
    Touches,
    Within,
    Overlaps,
    Crosses,
    Contains,
}

/// <summary>Relations of the Time Ontology, first time to second. All but the first five hold between intervals only.</summary>
public enum TemporalRelation
{
    After,
    Before,
    Disjoint,
    Equals,
    Intersects,
    Contains,
    During,
    FinishedBy,
    Finishes,
    Meets,
    MetBy,
    OverlappedBy,
    Overlaps,
    StartedBy,
    Starts,
}

/// <summary>Relations of sets, first to second.</summary>
public enum ArrayRelation
{
    Equals,
    Contains,
    ContainedBy,
    Overlaps,
}
