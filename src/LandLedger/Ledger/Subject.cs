using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>
/// What entries are about, as a path: plots/COUNTY/NUMBER (the county empty while nobody has said), firms/KEY, imports. In byte order
/// plots come as stores order them: a slash is before every digit.
/// </summary>
internal static class Subject
{
    public const string Plots = "plots/";
    public const string Firms = "firms/";
    public const string Imports = "imports";

    public static string Of(PlotKey plot) => $"{Plots}{plot.County}/{plot.Number}";

    public static string Of(Plot plot) => Of(new PlotKey(plot.County, plot.Number));

    public static string OfFirm(string key) => Firms + key;

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
