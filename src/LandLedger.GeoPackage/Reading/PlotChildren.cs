using LandLedger.Fields;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Supplements, delays, charges and years of plots, from their own tables. The first two columns are county and plot.</summary>
internal sealed class PlotChildren
{
    private const string Supplements =
        "SELECT county, plot, signed_on, agreed_start, agreed_completion, reason FROM supplements";
    private const string Delays =
        """SELECT county, plot, kind, "from", "to", established, evidence, case_number FROM delays""";

    /// <summary>Before version 5.</summary>
    private const string OldDelays =
        """SELECT county, plot, kind, "from", "to", established, evidence, NULL FROM delays""";

    private const string Charges =
        "SELECT county, plot, certificate, mortgagee, registered_on, released_on, mu, secured FROM charges";

    /// <summary>Before version 8: none.</summary>
    private const string NoCharges =
        "SELECT county, plot, NULL, NULL, NULL, NULL, NULL, NULL FROM (SELECT county, plot, seq FROM delays WHERE 0)";

    private const string Years =
        "SELECT county, plot, year, basis, tax, output, revenue, added_value, kilowatt_hours FROM plot_years";
    private const string AfterKey = " WHERE (county, plot) > (?1, ?2) ORDER BY county, plot, seq";
    private const string OfKey = " WHERE county = ?1 AND plot = ?2 ORDER BY seq";

    private const string Counted =
        "SELECT county, plot, count(*) FROM (SELECT county, plot FROM supplements UNION ALL SELECT county, plot FROM delays";
    private const string CountedCharges = " UNION ALL SELECT county, plot FROM charges";
    private const string ByPlot = ") GROUP BY county, plot ORDER BY county, plot";

    private static readonly Queries AfterQueries = Queries.Where(AfterKey);
    private static readonly Queries OfQueries = Queries.Where(OfKey);

    private readonly ChildRows<Supplement> _supplements;
    private readonly ChildRows<Delay> _delays;
    private readonly ChildRows<Charge> _charges;
    private readonly ChildRows<PlotYear> _years;

    private PlotChildren(Connection connection, Queries queries, PlotKey key)
    {
        var supplements = connection[queries.Supplements];
        var delays = connection[CaseTables.AreIn(connection) ? queries.Delays : queries.OldDelays];
        var charges = connection[ChargeTable.IsIn(connection) ? queries.Charges : queries.NoCharges];
        var years = connection[queries.Years];
        _supplements = new(supplements.Bind(1, key.County).Bind(2, key.Number), Supplement);
        _delays = new(delays.Bind(1, key.County).Bind(2, key.Number), Delay);
        _charges = new(charges.Bind(1, key.County).Bind(2, key.Number), Charge);
        _years = new(years.Bind(1, key.County).Bind(2, key.Number), Year);
    }

    /// <summary>Those of the plots after a key.</summary>
    public static PlotChildren After(Connection connection, PlotKey key) => new(connection, AfterQueries, key);

    /// <summary>Those of one plot.</summary>
    public static PlotChildren Of(Connection connection, PlotKey key) => new(connection, OfQueries, key);

    /// <summary>As <see cref="IPlotStore.PartCounts"/>.</summary>
    public static IEnumerable<(PlotKey Plot, int Parts)> Counts(Connection connection)
    {
        var statement = connection[ChargeTable.IsIn(connection) ? Counted + CountedCharges + ByPlot : Counted + ByPlot];
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
            Charges = _charges.Of(county, number),
            Years = _years.Of(county, number),
            Measured = row.Measured,
            EnteredOn = row.EnteredOn,
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

    /// <summary>Each text made once, as <see cref="Connection"/> knows a statement by the very text.</summary>
    private sealed record Queries(
        string Supplements,
        string Delays,
        string OldDelays,
        string Charges,
        string NoCharges,
        string Years
    )
    {
        public static Queries Where(string where) =>
            new(
                PlotChildren.Supplements + where,
                PlotChildren.Delays + where,
                PlotChildren.OldDelays + where,
                PlotChildren.Charges + where,
                PlotChildren.NoCharges + where,
                PlotChildren.Years + where
            );
    }

    private static Charge Charge(Statement row) =>
        new()
        {
            Certificate = row.TextOrNull(2),
            Mortgagee = row.TextOrNull(3),
            RegisteredOn = row.Date(4),
            ReleasedOn = row.Date(5),
            Area = row.DecimalOrNull(6) is { } mu ? Area.FromMu(mu) : null,
            Secured = row.Yuan(7),
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
