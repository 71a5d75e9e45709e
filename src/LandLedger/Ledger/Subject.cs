using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>
/// What entries are about, as a path: plots/COUNTY/NUMBER (the county empty while nobody has said), firms/KEY, cases/NUMBER, lists/NUMBER and rows/NUMBER/ROW (an issued
/// list and its rows), rules/DIGEST (a text of rules that decisions rest on), office/calendar and office/templates/KIND (what the office keeps), imports. In byte order
/// plots come as stores order them: a slash is before every digit.
/// </summary>
internal static class Subject
{
    public const string Plots = "plots/";
    public const string Firms = "firms/";
    public const string Cases = "cases/";
    public const string Lists = "lists/";
    public const string Rows = "rows/";
    public const string Rules = "rules/";
    public const string Office = "office/";
    public const string Calendar = Office + "calendar";
    public const string Templates = Office + "templates/";
    public const string Imports = "imports";

    public static string Of(PlotKey plot) => $"{Plots}{plot.County}/{plot.Number}";

    public static string Of(Plot plot) => Of(new PlotKey(plot.County, plot.Number));

    public static string OfFirm(string key) => Firms + key;

    public static string OfCase(string number) => Cases + number;

    /// <summary>The number of the case that a subject names, or null.</summary>
    public static string? CaseOf(string subject) =>
        subject.StartsWith(Cases, StringComparison.Ordinal) ? subject[Cases.Length..] : null;

    public static string OfList(string number) => Lists + number;

    /// <summary>What the subjects of the rows of a list begin with.</summary>
    public static string RowsOf(string number) => $"{Rows}{number}/";

    /// <summary>A row of a list, from 1; with so many digits that rows come in their order.</summary>
    public static string OfRow(string number, int row) =>
        RowsOf(number) + row.ToString("0000000", CultureInfo.InvariantCulture);

    /// <summary>The number of the list that a subject names, or null.</summary>
    public static string? ListOf(string subject) =>
        subject.StartsWith(Lists, StringComparison.Ordinal) ? subject[Lists.Length..] : null;

    /// <summary>The number of the list that a subject names a row of, or null.</summary>
    public static string? ListOfRow(string subject) =>
        subject.StartsWith(Rows, StringComparison.Ordinal) && subject.LastIndexOf('/') is var end && end > Rows.Length
            ? subject[Rows.Length..end]
            : null;

    /// <summary>A text of rules.</summary>
    public static string OfRules(string digest) => Rules + digest;

    /// <summary>The digest of the text of rules that a subject names, or null.</summary>
    public static string? RulesOf(string subject) =>
        subject.StartsWith(Rules, StringComparison.Ordinal) ? subject[Rules.Length..] : null;

    /// <summary>The plot that a subject names, or null.</summary>
    public static PlotKey? PlotOf(string subject)
    {
        if (!subject.StartsWith(Plots, StringComparison.Ordinal))
            return null;
        var number = subject.IndexOf('/', Plots.Length);
        return number < 0 ? null : new(subject[Plots.Length..number], subject[(number + 1)..]);
    }

    /// <summary>In order of the code points, as stores have it.</summary>
    public static int Compare(string one, string other) =>
        one == other
            ? 0
            : System
                .Text.Encoding.UTF8.GetBytes(one)
                .AsSpan()
                .SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(other));
}
