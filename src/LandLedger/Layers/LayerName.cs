using System.Buffers;

namespace LandLedger.Layers;

/// <summary>
/// Names of layers stand in addresses and name tables: 1 to 40 lower-case letters, digits, - and _, the first one a letter or
/// digit, and none that a collection of plots has.
/// </summary>
public static class LayerName
{
    public const int Longest = 40;

    private static readonly SearchValues<char> Signs = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Collections that are no layers.</summary>
    public static IReadOnlyList<string> Taken { get; } = ["plots", "zones", "evaluations"];

    /// <summary>Whether a text is such a name; one that is taken is, too.</summary>
    public static bool IsWellFormed(string name) =>
        name.Length is > 0 and <= Longest && name[0] is not ('-' or '_') && !name.AsSpan().ContainsAnyExcept(Signs);
}
