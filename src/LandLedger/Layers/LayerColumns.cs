using System.Text;
using LandLedger.Filters;

namespace LandLedger.Layers;

/// <summary>
/// The columns of the table of a layer, one for each property in order: named like it, or c1, c2 … by its place where no database
/// takes the name or another column has it already, whatever the case of its letters.
/// </summary>
public static class LayerColumns
{
    /// <summary>The column of the id.</summary>
    public const string Key = "fid";

    /// <summary>Bytes of a name in PostgreSQL.</summary>
    private const int Longest = 63;

    public static IReadOnlyList<string> Of(IReadOnlyList<QueryableProperty> properties)
    {
        // Names that PostgreSQL gives to columns of its own are taken, too.
        string[] taken = [Key, "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];
        var used = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        var columns = new string[properties.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = properties[i].Name;
            var number = i + 1;
            while (!IsPlain(name) || !used.Add(name))
                name = $"c{number++}";
            columns[i] = name;
        }
        return columns;
    }

    private static bool IsPlain(string name) =>
        name.Length > 0
        && Encoding.UTF8.GetByteCount(name) <= Longest
        && !name.Any(char.IsControl)
        && name.Trim() == name;
}
