namespace LandLedger.Import;

/// <summary>An order in SQL that every store speaks, over the terms and parameters of its own.</summary>
public static class SortSql
{
    /// <summary>What ORDER BY takes.</summary>
    public static string OrderBy(PlotSort sort, IReadOnlyList<string> terms, string key) =>
        string.Concat(
            sort.Terms.Zip(terms).Select(t => $"{t.Second} {(t.First.Descending ? "DESC" : "ASC")} NULLS LAST, ")
        ) + key;

    /// <summary>The condition that a plot stands behind a place: in one term behind it and in all before level, or level in all and behind the key.</summary>
    /// <param name="terms">The expressions sorted by.</param>
    /// <param name="values">The parameters with the values of the place; that of an unknown value is not used.</param>
    /// <param name="behindKey">The condition that its key stands behind that of the place.</param>
    public static string Behind(
        PlotSort sort,
        PlotPlace place,
        IReadOnlyList<string> terms,
        IReadOnlyList<string> values,
        string behindKey
    )
    {
        var cases = new List<string>();
        var level = "";
        for (var i = 0; i < terms.Count; i++)
        {
            if (place.Values[i] is null)
            {
                level += $"{terms[i]} IS NULL AND ";
                continue;
            }
            var beyond = sort.Terms[i].Descending ? "<" : ">";
            cases.Add($"{level}({terms[i]} {beyond} {values[i]} OR {terms[i]} IS NULL)");
            level += $"{terms[i]} = {values[i]} AND ";
        }
        cases.Add(level + behindKey);
        return "(" + string.Join(" OR ", cases.Select(one => $"({one})")) + ")";
    }
}
