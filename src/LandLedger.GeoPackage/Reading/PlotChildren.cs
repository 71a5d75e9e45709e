using LandLedger.Fields;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Supplements, delays and years of plots, from their own tables. The first two columns are county and plot.</summary>
internal sealed class PlotChildren
{
    private const string Supplements =
        "SELECT county, plot, signed_on, agreed_start, agreed_completion, reason FROM supplements";
    private const string Delays =
        """SELECT county, plot, kind, "from", "to", established, evidence, case_number FROM delays""";

    /// <summary>Before version 5.</summary>
    private const string OldDelays =
        """SELECT county, plot, kind, "from", "to", established, evidence, NULL FROM delays""";

    private const string Years =
        "SELECT county, plot, year, basis, tax, output, revenue, added_value, kilowatt_hours FROM plot_years";
    private const string AfterKey = " WHERE (county, plot) > (?1, ?2) ORDER BY county, plot, seq";
    private const string OfKey = " WHERE county = ?1 AND plot = ?2 ORDER BY seq";

    private const string CountsSql = """
        SELECT county, plot, count(*)
        FROM (SELECT county, plot FROM supplements UNION ALL SELECT county, plot FROM delays)
        GROUP BY county, plot ORDER BY county, plot
        """;

    private readonly ChildRows<Supplement> _supplements;
    private readonly ChildRows<Delay> _delays;
    private readonly ChildRows<PlotYear> _years;

    private PlotChildren(Statement supplements, Statement delays, Statement years, PlotKey key)
    {
        _supplements = new(supplements.Bind(1, key.County).Bind(2, key.Number), Supplement);
        _delays = new(delays.Bind(1, key.County).Bind(2, key.Number), Delay);
        _years = new(years.Bind(1, key.County).Bind(2, key.Number), Year);
    }

    /// <summary>Those of the plots after a key.</summary>
    /// <param name="hasCases">Whether delays have the case that established them.</param>
    public static PlotChildren After(Connection connection, PlotKey key, bool hasCases) =>
        new(
            connection[Supplements + AfterKey],
            connection[hasCases ? Delays + AfterKey : OldDelays + AfterKey],
            connection[Years + AfterKey],
            key
        );

    /// <summary>Those of one plot.</summary>
    /// <param name="hasCases">Whether delays have the case that established them.</param>
    public static PlotChildren Of(Connection connection, PlotKey key, bool hasCases) =>
        new(
            connection[Supplements + OfKey],
            connection[hasCases ? Delays + OfKey : OldDelays + OfKey],
            connection[Years + OfKey],
            key
        );

    /// <summary>As <see cref="IPlotStore.PartCounts"/>.</summary>
    public static IEnumerable<(PlotKey Plot, int Parts)> Counts(Connection connection)
    {
        var statement = connection[CountsSql];
        while (statement.Step())
            yield return (new(statement.Text(0), statement.Text(1)), statement.Int32(2));
        statement.Reset();
    }

    /// <summary>Everything beside the scalar facts of the plot that the statement stands on.</summary>
    public PlotParts PartsOf(Statement plot, SqliteRow row, Outlines outlines)
    {
        var county = plot.Utf8(PlotFields.County.Ordinal);
        var number = plot.Utf8(PlotFields.Plot.Ordinal);
        return new()
        {
            Supplements = _supplements.Of(county, number),
            Delays = _delays.Of(county, number),
            Years = _years.Of(county, number),
            Measured = row.Measured,
            EndedOn = row.EndedOn,
            Shape = outlines == Outlines.None ? null : row.Shape(outlines == Outlines.Whole),
        };
    }

    private static Supplement Supplement(Statement row) =>
        new()
        {
            SignedOn = row.Date(2),
            AgreedStart = row.Date(3),
            AgreedCompletion = row.Date(4),
            Reason = row.TextOrNull(5),
        };

    private static Delay Delay(Statement row) =>
        new()
        {
            Kind = CodeText.Parse<DelayKind>(row.TextOrNull(2)),
            From = row.Date(3),
            To = row.Date(4),
            Established = row.FlagOrNull(5),
            Evidence = row.TextOrNull(6),
            Case = row.TextOrNull(7),
        };

    private static PlotYear Year(Statement row) =>
        new()
        {
            Year = row.Int32(2),
            Basis = row.Utf8(3).SequenceEqual("shared"u8) ? YearBasis.Shared : YearBasis.Stated,
            Tax = row.Yuan(4),
            Output = row.Yuan(5),
            Revenue = row.Yuan(6),
            AddedValue = row.Yuan(7),
            KilowattHours = row.DecimalOrNull(8),
        };
}
