using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Cells;

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
        Too(plot, plot.Years).Select(found => Issue(plot, place, found.Field, found.Yuan));

    /// <summary>Those that the row states, at their cells.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place) =>
        Too(plot, row.Years)
            .Where(found => !found.Field.IsPlotFact || row.Fact(found.Field).IsKnown)
            .Select(found => Issue(plot, place, found.Field, found.Yuan).At(row, found.Field));

    private static IEnumerable<(Field Field, decimal Yuan)> Too(Plot plot, IReadOnlyList<PlotYear> years)
    {
        if (Land(plot) is not { Mu: > 0 and var mu })
            return [];
        var stated = Amounts.Select(field => (Field: field, Yuan: field.Of(plot).Number));
        var yearly = years.SelectMany(year =>
            new (Field Field, decimal? Yuan)[]
            {
                (RowFields.Tax, year.Tax?.Yuan),
                (RowFields.Output, year.Output?.Yuan),
            }
        );
        return
        [
            .. stated
                .Concat(yearly)
                .Where(amount =>
                    amount.Yuan is { } yuan && NumberRange.MostPerMu(amount.Field) is { } most && yuan > most * mu
                )
                .Select(amount => (amount.Field, amount.Yuan!.Value)),
        ];
    }

    private static Area? Land(Plot plot) => plot.StatedArea ?? plot.Measured?.Plane;

    private static ImportIssue Issue(Plot plot, RawPlace place, Field field, decimal yuan)
    {
        var land = Land(plot)!.Value;
        return place.Issue(
            "money.per-mu",
            Severity.Warn,
            ("value", Text(yuan)),
            ("mu", Text(land.ToMu(4))),
            ("perMu", Text(Rounding.HalfUp(yuan / land.Mu, 0))),
            ("limit", Text(NumberRange.MostPerMu(field)!.Value))
        ) with
        {
            Field = field.Id,
        };
    }

    private static string Text(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}
