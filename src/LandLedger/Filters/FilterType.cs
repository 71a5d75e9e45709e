namespace LandLedger.Filters;

/// <summary>What kind of value a property or an operand has.</summary>
public enum FilterType
{
    Text,
    Number,

    /// <summary>A whole number; compared as <see cref="Number"/>.</summary>
    Integer,
    Boolean,

    /// <summary>A day without a time zone.</summary>
    Date,

    /// <summary>An instant in UTC. Where it meets a day, it counts as its day in UTC.</summary>
    Timestamp,

    /// <summary>Of operands only: a property is never an interval, two of them make one.</summary>
    Interval,
    Geometry,

    /// <summary>Several texts.</summary>
    List,
}
