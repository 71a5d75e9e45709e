using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Firms with their years and where they sit, in order of their key.</summary>
internal static class FirmReader
{
    private const string Firms = $"SELECT firm, credit_code, name, sector, {StoreTables.FirmNames} FROM firms";

    /// <summary>Before version 9.</summary>
    private const string OldFirms = "SELECT firm, credit_code, name, sector, NULL FROM firms";
    private const string ByKey = " ORDER BY firm";
    private const string Years =
        "SELECT firm, '', year, tax, output, revenue, added_value, kilowatt_hours, staff, above_scale FROM firm_years";

    /// <summary>Where nobody has said the county, that of the only plot of the number.</summary>
    private const string OnlyCounty =
        "(SELECT CASE WHEN count(*) = 1 THEN min(p.county) END FROM plots p WHERE p.county IN (SELECT county FROM counties) AND p.plot = o.plot)";

    private const string StatedCounty =
        $"CASE WHEN o.{StoreTables.OccupancyCounty} <> '' THEN o.{StoreTables.OccupancyCounty} ELSE {OnlyCounty} END";

    private static readonly string UnplacedSql = $"""
        {PlotReader.Counties}
        SELECT DISTINCT o.firm, o.plot, {OnlyCounty} FROM occupancies o
        WHERE o.{StoreTables.OccupancyCounty} = '' AND EXISTS (
          SELECT 1 FROM plots p WHERE p.county IN (SELECT county FROM counties) AND p.county <> '' AND p.plot = o.plot
        )
        ORDER BY o.firm, o.plot
        """;

    private const string InOrder = " ORDER BY firm, seq";

    private static readonly string OldOccupancies = Select(OnlyCounty) + InOrder;
    private static readonly string Occupancies = Select(StatedCounty) + InOrder;
    private static readonly string OccupanciesOfOne = Select(StatedCounty) + " WHERE firm = ?1 ORDER BY seq";

    public static IEnumerable<Firm> All(Connection connection) =>
        Read(
            connection[StoreTables.Have(connection, "firms", StoreTables.FirmNames) ? Firms + ByKey : OldFirms + ByKey],
            connection[Years + InOrder],
            connection[
                StoreTables.Have(connection, "occupancies", StoreTables.OccupancyCounty) ? Occupancies : OldOccupancies
            ]
        );

    /// <summary>For who writes, when the tables are those of this program.</summary>
    public static Firm? Find(Connection connection, string key) =>
        Read(
                connection[Firms + " WHERE firm = ?1"].Bind(1, key),
                connection[Years + " WHERE firm = ?1 ORDER BY seq"].Bind(1, key),
                connection[OccupanciesOfOne].Bind(1, key)
            )
            .ToList()
            .SingleOrDefault();

    /// <summary>As <see cref="IImport.Unplaced"/>.</summary>
    public static List<UnplacedSeat> Unplaced(Connection connection)
    {
        var seats = new List<UnplacedSeat>();
        var rows = connection[UnplacedSql];
        while (rows.Step())
            seats.Add(new(rows.Text(0), rows.Text(1), rows.TextOrNull(2)));
        rows.Reset();
        return seats;
    }

    private static string Select(string county) =>
        PlotReader.Counties
        + $" SELECT o.firm, '', o.plot, o.year, o.land_mu, o.floor_mu, o.share, {county} FROM occupancies o";

    private static IEnumerable<Firm> Read(Statement firms, Statement yearRows, Statement occupancyRows)
    {
        var years = new ChildRows<FirmYear>(yearRows, Year);
        var occupancies = new ChildRows<Occupancy>(occupancyRows, Occupancy);
        while (firms.Step())
        {
            yield return new Firm
            {
                CreditCode = firms.TextOrNull(1),
                Name = firms.Text(2),
                Sector = firms.TextOrNull(3),
                OtherNames = NameLines.Read(firms.TextOrNull(4)),
                Years = years.Of(firms.Utf8(0), default),
                Occupancies = occupancies.Of(firms.Utf8(0), default),
            };
        }
        firms.Reset();
    }

    private static FirmYear Year(Statement row) =>
        new()
        {
            Year = row.Int32(2),
            Tax = row.Yuan(3),
            Output = row.Yuan(4),
            Revenue = row.Yuan(5),
            AddedValue = row.Yuan(6),
            KilowattHours = row.DecimalOrNull(7),
            Staff = row.DecimalOrNull(8),
            AboveScale = row.FlagOrNull(9),
        };

    private static Occupancy Occupancy(Statement row) =>
        new()
        {
            Plot = row.Text(2),
            Year = row.Whole(3),
            Land = row.Mu(4),
            Floor = row.Mu(5),
            Share = row.DecimalOrNull(6),
            County = row.TextOrNull(7),
        };
}
