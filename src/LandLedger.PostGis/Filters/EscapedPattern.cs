using System.Text;
using LandLedger.Filters;

namespace LandLedger.PostGis.Filters;

/// <summary>Patterns of LIKE with a backslash before every sign that is meant as such: the server takes none at the end.</summary>
internal static class EscapedPattern
{
    public static string Of(string pattern)
    {
        var escaped = new StringBuilder(pattern.Length);
        foreach (var step in LikePattern.Steps(pattern))
        {
            _ = step switch
            {
                { Letter: '%' or '_' or '\\' } => escaped.Append('\\').Append(step.Letter),
                { Letter: { } letter } => escaped.Append(letter),
                { Many: true } => escaped.Append('%'),
                _ => escaped.Append('_'),
            };
        }
        return escaped.ToString();
    }
}
