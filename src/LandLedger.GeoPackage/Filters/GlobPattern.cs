using System.Text;
using LandLedger.Filters;

namespace LandLedger.GeoPackage.Filters;

/// <summary>Patterns of LIKE as patterns of GLOB, the operator of SQLite that heeds case and can ask an index.</summary>
internal static class GlobPattern
{
    public static string Of(string pattern)
    {
        var glob = new StringBuilder(pattern.Length);
        foreach (var step in LikePattern.Steps(pattern))
        {
            _ = step switch
            {
                { Letter: '*' or '?' or '[' } => glob.Append('[').Append(step.Letter).Append(']'),
                { Letter: { } letter } => glob.Append(letter),
                { Many: true } => glob.Append('*'),
                _ => glob.Append('?'),
            };
        }
        return glob.ToString();
    }
}
