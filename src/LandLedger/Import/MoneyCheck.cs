using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Metrics;

namespace LandLedger.Import;

/// <summary>
/// Amounts that are beyond all experience for the land of their plot, by <c>perMu</c> in <c>data/import/ranges.json</c>: nearly always
/// figures in yuan under a title in 万元. A warning, for a fee or a class would rest on them.
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

    /// <summary>A warning <c>money.per-mu</c> for each amount of the plot.</summary>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place) =>
        Too(plot, plot.Years).Select(found => Issue(place, found));

    /// <summary>Those that the row states, at their cells.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place) =>
        Too(plot, row.Years)
            .Where(found => !found.Field.IsPlotFact || row.Fact(found.Field).IsKnown)
            .Select(found => Issue(place, found).At(row, found.Field));

    private static IEnumerable<Found> Too(Plot plot, IReadOnlyList<PlotYear> years)
    {
        if (PlotFigures.LandArea(plot, AreaBasis.Stated).Area is not { Mu: > 0 } land)
            yield break;
        foreach (var field in Amounts)
        {
            if (Found.Of(field, field.Of(plot).Number, land) is { } found)
                yield return found;
        }
        for (var i = 0; i < years.Count; i++)
        {
            if (Found.Of(RowFields.Tax, years[i].Tax?.Yuan, land) is { } tax)
                yield return tax;
            if (Found.Of(RowFields.Output, years[i].Output?.Yuan, land) is { } output)
                yield return output;
        }
    }

    private static ImportIssue Issue(RawPlace place, Found found) =>
        place.Issue(
            "money.per-mu",
            Severity.Warn,
            ("value", Text(found.Yuan)),
            ("mu", Text(found.Land.ToMu(4))),
            ("perMu", Text(Rounding.HalfUp(found.Yuan / found.Land.Mu, 0))),
            ("limit", Text(found.Most))
        ) with
        {
            Field = found.Field.Id,
        };

    private static string Text(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>An amount that is more than can be believed for so much land.</summary>
    private readonly record struct Found(Field Field, decimal Yuan, Area Land, decimal Most)
    {
        public static Found? Of(Field field, decimal? amount, Area land) =>
            amount is { } yuan && NumberRange.MostPerMu(field) is { } most && yuan > most * land.Mu
                ? new(field, yuan, land, most)
                : null;
    }
}
