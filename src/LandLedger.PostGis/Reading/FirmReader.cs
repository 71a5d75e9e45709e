using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>Firms with their years and where they sit, in order of their key.</summary>
internal static class FirmReader
{
    private const string UnplacedSql = """
        SELECT record_send(ROW(firm, plot, county)) FROM (
          SELECT DISTINCT o.firm, o.plot,
            (SELECT CASE WHEN count(*) = 1 THEN min(p.county) END FROM plots p WHERE p.plot = o.plot) AS county
          FROM occupancies o
          WHERE o.county = '' AND EXISTS (SELECT 1 FROM plots p WHERE p.county <> '' AND p.plot = o.plot)
        ) seats
        ORDER BY firm, plot
        """;

    private const string Firms = """
        SELECT record_send(ROW(credit_code, name, sector,
          ARRAY(SELECT ROW(year, tax, output, revenue, added_value, kilowatt_hours, staff, above_scale)
            FROM firm_years y WHERE y.firm = f.firm ORDER BY y.seq),
          ARRAY(SELECT ROW(plot, year, land_mu, floor_mu, share,
              CASE WHEN county <> '' THEN county
              ELSE (SELECT CASE WHEN count(*) = 1 THEN min(p.county) END FROM plots p WHERE p.plot = o.plot) END)
            FROM occupancies o WHERE o.firm = f.firm ORDER BY o.seq), other_names))
        FROM firms f
        """;

    public static IEnumerable<Firm> All(Session session) => Read(session, Firms + " ORDER BY firm");

    public static Firm? Find(Session session, string key) =>
        Read(session, Firms + " WHERE firm = $1", key).ToList().SingleOrDefault();

    /// <summary>As <see cref="IImport.Unplaced"/>.</summary>
    public static List<UnplacedSeat> Unplaced(Session session)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of(UnplacedSql));
        var seats = new List<UnplacedSeat>();
        while (query.Next())
            seats.Add(new(query.Row.Text(0), query.Row.Text(1), query.Row.TextOrNull(2)));
        return seats;
    }

    private static IEnumerable<Firm> Read(Session session, string sql, string? key = null)
    {
        var statement = Statement.Of(sql);
        if (key is not null)
            statement.With(key);
        using var query = session.Ask(CancellationToken.None, statement);
        while (query.Next())
        {
            yield return new Firm
            {
                CreditCode = query.Row.TextOrNull(0),
                Name = query.Row.Text(1),
                Sector = query.Row.TextOrNull(2),
                OtherNames = NameLines.Read(query.Row.TextOrNull(5)),
                Years = query.Row.List(3, Year),
                Occupancies = query.Row.List(4, Occupancy),
            };
        }
    }

    private static FirmYear Year(Record row) =>
        new()
        {
            Year = row.Whole(0)!.Value,
            Tax = row.Yuan(1),
            Output = row.Yuan(2),
            Revenue = row.Yuan(3),
            AddedValue = row.Yuan(4),
            KilowattHours = row.Number(5),
            Staff = row.Number(6),
            AboveScale = row.Flag(7),
        };

    private static Occupancy Occupancy(Record row) =>
        new()
        {
            Plot = row.Text(0),
            Year = row.Whole(1),
            Land = row.Mu(2),
            Floor = row.Mu(3),
            Share = row.Number(4),
            County = row.TextOrNull(5),
        };
}
