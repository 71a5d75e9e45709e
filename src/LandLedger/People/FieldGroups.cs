namespace LandLedger.People;

/// <summary>Fields that a role may not see (隐藏字段组), by what they tell. Which field tells what is data, <c>data/people/roles.json</c>.</summary>
[Flags]
public enum FieldGroups
{
    None = 0,

    /// <summary>Who holds the plot, and what he can be found by.</summary>
    Holder = 1,

    /// <summary>Tax, output, investment and other figures of firms, and what follows from them but the class.</summary>
    Figures = 2,

    /// <summary>What was or is to be paid for the land.</summary>
    Price = 4,

    /// <summary>Where exactly its outline runs.</summary>
    Shape = 8,
}
