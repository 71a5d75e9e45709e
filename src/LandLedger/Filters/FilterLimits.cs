namespace LandLedger.Filters;

/// <summary>How large a filter may be, in either encoding. Beyond it stands an error that names the limit.</summary>
public static class FilterLimits
{
    /// <summary>Characters of a text, bytes of a JSON document.</summary>
    public const int Length = 500_000;

    /// <summary>Brackets, functions and chained operators within each other.</summary>
    public const int Depth = 64;

    /// <summary>Properties, literals, operators and predicates.</summary>
    public const int Nodes = 10_000;

    /// <summary>Positions of all geometries together.</summary>
    public const int Vertices = 10_000;
}
