namespace LandLedger;

/// <summary>
/// The classification that a land-use code is taken from. The same digits mean different things in each (0601 is
/// industry in one and a rural road in another), so a code never travels without its system.
/// </summary>
public enum LandUseSystem
{
    /// <summary>Only a name is known.</summary>
    NameOnly,

    /// <summary>GB/T 21010-2017, and the three-digit codes of its 2007 edition.</summary>
    Survey,

    /// <summary>The 2023 classification for territorial survey, planning and use control.</summary>
    Planning2023,

    /// <summary>The letters of GB 50137-2011, found in older contracts.</summary>
    UrbanPlan2011,
}

/// <summary>What a use comes down to when two uses are compared.</summary>
public enum UseGroup
{
    Unknown,
    Industrial,
    Storage,
    Commercial,
    Residential,
    Public,
    Research,
    Transport,
    Utility,
    Green,
    Mining,
    Farmland,
    Other,
}

/// <summary>A use of land (用途): the name as written, its code and code system where known, and its group.</summary>
public sealed record LandUse(string Name, string? Code, LandUseSystem System, UseGroup Group)
{
    /// <summary>True when the code means different groups in different classifications and nothing tells which is meant.</summary>
    public bool IsAmbiguous { get; init; }
}

/// <summary>How use groups compare.</summary>
public static class UseGroups
{
    /// <summary>Industry, storage and mining are one kind (工矿仓储); every other group is a kind of its own. Unknown is like nothing.</summary>
    public static bool SameKind(UseGroup left, UseGroup right) => left != UseGroup.Unknown && Kind(left) == Kind(right);

    /// <summary>True for the groups that a park judges by output: industry and storage.</summary>
    public static bool IsWorkplace(this UseGroup group) => group is UseGroup.Industrial or UseGroup.Storage;

    private static UseGroup Kind(UseGroup group) =>
        group is UseGroup.Storage or UseGroup.Mining ? UseGroup.Industrial : group;
}
