using System.Globalization;

namespace LandLedger.Stores.Contract;

/// <summary>Filters of the standard's own test, each with the number of items that it finds.</summary>
internal static class StandardPairs
{
    public const int Count = 137;

    /// <summary>
    /// Rows of the test that its own definitions contradict, with what these give. Chișinău alone begins with "chis" once case and
    /// accents are folded; Chicago, which would make two, does not.
    /// </summary>
    private static readonly Dictionary<string, long> Mistaken = new(StringComparer.Ordinal)
    {
        ["ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))"] = 1,
    };

    public static IEnumerable<(string Collection, string Filter, long Expected)> All()
    {
        foreach (var row in File.ReadLines(SharedData.Path("cql2", "pairs.csv")).Skip(1).Select(Cells))
        {
            var (collection, text) = (row[2], row[3]);
            var listed = long.Parse(row[4], CultureInfo.InvariantCulture);
            yield return (collection, text, Mistaken.GetValueOrDefault(text, listed));
        }
    }

    /// <summary>Cells of a line; a quote in a quoted cell stands twice.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        for (var at = 0; at <= line.Length; )
        {
            if (at < line.Length && line[at] == '"')
            {
                var end = at + 1;
                while (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"'))
                    end += line[end] == '"' ? 2 : 1;
                cells.Add(line[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
                at = end + 2;
            }
            else
            {
                var end = line.IndexOf(',', at);
                end = end < 0 ? line.Length : end;
                cells.Add(line[at..end]);
                at = end + 1;
            }
        }
        return cells;
    }
}
