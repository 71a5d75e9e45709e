namespace LandLedger.Import;

/// <summary>The plots of one county that a source listed before an import.</summary>
/// <param name="County">Empty while nobody had said.</param>
/// <param name="Before">How many they were.</param>
/// <param name="Again">How many of them the import has seen so far. One that has been given its county counts where it was.</param>
public readonly record struct SourceCounty(string County, long Before, long Again)
{
    /// <summary>From the plots of each county that were listed before, and those of them that were not seen so far; in order of county.</summary>
    public static IReadOnlyList<SourceCounty> Of(
        IReadOnlyDictionary<string, long> before,
        IReadOnlyDictionary<string, long> unseen
    ) =>
        [
            .. before
                .Keys.Union(unseen.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(county =>
                {
                    var listed = before.GetValueOrDefault(county);
                    return new SourceCounty(county, listed, listed - unseen.GetValueOrDefault(county));
                }),
        ];
}
