using System.Text.Json;
using LandLedger.Filters;

namespace LandLedger.GeoPackage.Filters;

/// <summary>Arrays of texts, as JSON, compared as sets.</summary>
internal static class TextSets
{
    private const char Separator = '、';

    /// <summary>A column of several texts joined by 、 as a JSON array.</summary>
    public static string Json(string joined) =>
        JsonSerializer.Serialize(joined.Split(Separator, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Null where an item of either is.</summary>
    public static bool? Holds(ArrayRelation relation, string left, string right)
    {
        var (one, other) = (Set(left), Set(right));
        if (one.Contains(null) || other.Contains(null))
            return null;
        return relation switch
        {
            ArrayRelation.Equals => one.SetEquals(other),
            ArrayRelation.Contains => one.IsSupersetOf(other),
            ArrayRelation.ContainedBy => one.IsSubsetOf(other),
            _ => one.Overlaps(other),
        };
    }

    private static HashSet<string?> Set(string json) => [.. JsonSerializer.Deserialize<string?[]>(json)!];
}
