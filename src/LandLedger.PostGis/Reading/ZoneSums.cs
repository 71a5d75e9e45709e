using LandLedger.Acreage;
using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>The plots of each zone, added up by the server. ST_Extent would round the bounds to floats.</summary>
internal static class ZoneSums
{
    private const string Sql = """
        SELECT record_send(ROW(county, nullif(zone, ''), count(*),
          sum(stated_mu), count(*) - count(stated_mu), sum(measured_mu), count(*) - count(measured_mu),
          count(*) - count(ST_XMin(geom)), min(ST_XMin(geom)), min(ST_YMin(geom)), max(ST_XMax(geom)), max(ST_YMax(geom))))
        FROM plots WHERE (ended_on IS NULL OR ended_on > $1) AND (entered_on IS NULL OR entered_on <= $1) GROUP BY county, nullif(zone, '')
        """;

    public static IReadOnlyList<ZoneSum> Of(Session session, DateOnly on, CancellationToken cancel)
    {
        var zones = new List<ZoneSum>();
        using var query = session.Ask(cancel, Statement.Of(Sql).With(on));
        while (query.Next())
            zones.Add(One(query.Row));
        return [.. zones.OrderBy(zone => zone.Key)];
    }

    private static ZoneSum One(Record row) =>
        new(
            new(row.Text(0), row.TextOrNull(1)),
            new((int)row.Long(2), row.Mu(3) ?? default, (int)row.Long(4), row.Mu(5) ?? default, (int)row.Long(6)),
            (int)row.Long(7),
            row.IsNull(8) ? null : new Box(row.Double(8), row.Double(9), row.Double(10), row.Double(11))
        );
}
