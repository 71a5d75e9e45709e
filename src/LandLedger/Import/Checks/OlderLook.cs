using LandLedger.Fields;
using LandLedger.Import.Merging;

namespace LandLedger.Import.Checks;

/// <summary>A look on site that is older than the one that the plot has: what it saw otherwise is not taken.</summary>
internal static class OlderLook
{
    /// <summary>A warning <c>look.older</c> that names what the row says otherwise; null where it says nothing otherwise.</summary>
    /// <param name="old">The plot before the row; null when it is new.</param>
    public static ImportIssue? Of(ParsedRow row, Plot? old, RawPlace place)
    {
        if (!SiteLook.IsOlder(row, old))
            return null;
        var otherwise = row
            .Facts.Where(said => said.Field != PlotFields.ObservedOn && SiteLook.IsOf(said.Field))
            .Where(said => said.Field.Of(old!) != said.Fact)
            .Select(said => said.Field.Id)
            .ToList();
        return otherwise.Count == 0
            ? null
            : place
                .Issue(
                    "look.older",
                    Severity.Warn,
                    ("value", row.Fact(PlotFields.ObservedOn).ToString()),
                    ("seen", Fact.Of(old!.Progress.ObservedOn).ToString()),
                    ("fields", string.Join(',', otherwise))
                )
                .At(row, PlotFields.ObservedOn);
    }
}
