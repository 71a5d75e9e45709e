using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;
using LandLedger.Metrics;

namespace LandLedger.Import.Checks;

/// <summary>
/// Amounts that are beyond all experience for the land of their plot, by <c>perMu</c> and <c>leastPerMu</c> in
/// <c>data/import/ranges.json</c>: nearly always figures in yuan under a title in 万元, or the other way round. A warning, for a fee or
/// a class would rest on them. Land may be allocated (划拨) for little or nothing.
/// </summary>
internal static class MoneyCheck
{
    private static readonly Field[] Amounts =
    [
        PlotFields.Price,
        PlotFields.AgreedInvestment,
        PlotFields.Invested,
        PlotFields.TotalInvestment,
        PlotFields.FixedInvestment,
        PlotFields.AssessedValue,
    ];

    /// <summary>A warning <c>money.per-mu</c> or <c>money.low-per-mu</c> for each amount of the plot.</summary>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place) =>
        Too(plot, plot.Years).Select(found => Issue(place, found));

    /// <summary>Those that the row states, at their cells.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place) =>
        Too(plot, row.Years)
            .Where(found => !found.Field.IsPlotFact || row.Fact(found.Field).IsKnown)
            .Select(found => InUnit(Issue(place, found).At(row, found.Field), row, found));

    /// <summary>Whether one amount of a plot is.</summary>
    public static bool IsDoubtful(Plot plot, Field field) =>
        field.Of(plot).Number is { } amount
        && PlotFigures.LandArea(plot, AreaBasis.Stated).Area is { Mu: > 0 } land
        && Doubt(plot, field, amount, land) is not null;

    private static Found? Doubt(Plot plot, Field field, decimal? amount, Area land) =>
        Found.Over(field, amount, land)
        ?? (Found.Under(field, amount, land) is { } under && !Words.IsAllocated(plot.Grant.SupplyWay) ? under : null);

    private static IEnumerable<Found> Too(Plot plot, IReadOnlyList<PlotYear> years)
    {
        if (PlotFigures.LandArea(plot, AreaBasis.Stated).Area is not { Mu: > 0 } land)
            yield break;
        foreach (var field in Amounts)
        {
            if (Doubt(plot, field, field.Of(plot).Number, land) is { } found)
                yield return found;
        }
        for (var i = 0; i < years.Count; i++)
        {
            if (Found.Over(RowFields.Tax, years[i].Tax?.Yuan, land) is { } tax)
                yield return tax;
            if (Found.Over(RowFields.Output, years[i].Output?.Yuan, land) is { } output)
                yield return output;
        }
    }

    /// <summary>Where the title states another unit than the one that is mostly mistaken, there is another fault to look for.</summary>
    private static ImportIssue InUnit(ImportIssue issue, ParsedRow row, Found found) =>
        row.Columns?.Find(found.Field) is { Unit: { } unit, UnitSource: not UnitSource.Assumed }
        && unit.Id != (found.IsLow ? "yuan" : "wan-yuan")
            ? issue with
            {
                Arguments = new Dictionary<string, string>(issue.Arguments, StringComparer.Ordinal)
                {
                    ["rows"] = "in-unit",
                    ["unit"] = unit.Id,
                },
            }
            : issue;

    private static ImportIssue Issue(RawPlace place, Found found) =>
        place.Issue(
            found.IsLow ? "money.low-per-mu" : "money.per-mu",
            Severity.Warn,
            ("value", Text(found.Yuan)),
            ("mu", Text(found.Land.ToMu(4))),
            ("perMu", Text(Rounding.HalfUp(found.Yuan / found.Land.Mu, 0))),
            ("limit", Text(found.Limit))
        ) with
        {
            Field = found.Field.Id,
        };

    private static string Text(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>An amount that is more, or less, than can be believed for so much land.</summary>
    private readonly record struct Found(Field Field, decimal Yuan, Area Land, decimal Limit, bool IsLow)
    {
        public static Found? Over(Field field, decimal? amount, Area land) =>
            amount is { } yuan && NumberRange.MostPerMu(field) is { } most && yuan / most > land.Mu
                ? new(field, yuan, land, most, IsLow: false)
                : null;

        public static Found? Under(Field field, decimal? amount, Area land) =>
            amount is > 0 and var yuan && NumberRange.LeastPerMu(field) is { } least && yuan / least < land.Mu
                ? new(field, yuan, land, least, IsLow: true)
                : null;
    }
}
