using System.Text;
using LandLedger.Filters;

namespace LandLedger.Tests.Filters;

/// <summary>Filters that are none, or hardly: words in any order, and filters by the grammar with letters changed.</summary>
internal static class SpoiltFilter
{
    /// <summary>Of an address that takes 8 KB, what is left for a filter.</summary>
    private const int LongestInAddress = 7000;

    private static readonly string[] Pieces =
    [
        "(",
        ")",
        ",",
        "'",
        "\"",
        "\\",
        "-",
        "1",
        ".5",
        "1E9",
        " AND ",
        " OR ",
        "NOT ",
        " LIKE ",
        " IN ",
        " IS NULL",
        " BETWEEN ",
        "CASEI(",
        "DATE(",
        "INTERVAL(",
        "'..'",
        "POLYGON((",
        "BBOX(",
        "S_EQUALS(",
        "A_OVERLAPS(",
        "name",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\"op\"",
        "\"args\"",
        "null",
        "\ud83d",
        "\u0000",
        "é",
        "地",
        "geometry",
        "category",
        "measures",
        "; DROP TABLE plots; --",
    ];

    public static string Words(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    /// <summary>A text with one to three changes.</summary>
    public static string Of(string text, Random random)
    {
        var spoilt = new StringBuilder(text);
        for (var changes = random.Next(3); changes >= 0; changes--)
        {
            var at = random.Next(spoilt.Length + 1);
            var length = Math.Min(random.Next(4), spoilt.Length - at);
            if (random.Next(2) == 0)
                spoilt.Remove(at, length);
            if (random.Next(2) == 0)
                spoilt.Insert(Math.Min(at, spoilt.Length), Pieces[random.Next(Pieces.Length)]);
        }
        return spoilt.ToString();
    }

    /// <summary>
    /// Parameters of an address that ask for plots by a filter: by the grammar, the same spoilt, or words, as text or as JSON by their first
    /// letter. The same number always gives the same.
    /// </summary>
    public static string Parameters(int number)
    {
        var random = new Random(number);
        var filters = new RandomFilter(random, PlotQueryables.All.All, "P-001", "331100", "东区");
        var filter = random.Next(4) == 0 ? Words(random) : filters.Next(random.Next(4)).ToString();
        if (random.Next(2) == 0)
            filter = Of(filter, random);
        // Half a pair of letters cannot stand in an address.
        var escaped = Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(filter)));
        return $"filter={escaped[..Math.Min(escaped.Length, LongestInAddress)]}"
            + (filter.StartsWith('{') ? "&filter-lang=cql2-json" : "");
    }
}
