using LandLedger.Acreage;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The plots of each zone, added up in one pass; doubles that stand for decimals are added as these.</summary>
internal static class ZoneSums
{
    private const string Sql =
        "SELECT p.county, nullif(p.zone, ''), p.stated_mu, p.measured_mu, p.geom FROM plots p WHERE ";

    private static readonly Register InRegister = new(1);

    public static IReadOnlyList<ZoneSum> Of(Connection connection, DateOnly on)
    {
        var zones = new Dictionary<ZoneKey, ZoneSum>();
        using var rows = connection.Prepare(Sql + InRegister.Of(connection, new() { On = on })).Bind(1, on);
        while (rows.Step())
        {
            var zone = One(rows);
            zones[zone.Key] = zones.TryGetValue(zone.Key, out var others) ? others + zone : zone;
        }
        return [.. zones.Values.OrderBy(zone => zone.Key)];
    }

    private static ZoneSum One(Statement row)
    {
        var (stated, measured) = (row.DecimalOrNull(2), row.DecimalOrNull(3));
        var box = OutlineBlob.BoxOf(row.Blob(4));
        return new(
            new(row.Text(0), row.TextOrNull(1)),
            new(
                1,
                Area.FromMu(stated ?? 0),
                stated is null ? 1 : 0,
                Area.FromMu(measured ?? 0),
                measured is null ? 1 : 0
            ),
            box is null ? 1 : 0,
            box
        );
    }
}
