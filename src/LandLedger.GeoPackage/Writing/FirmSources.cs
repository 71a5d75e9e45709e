using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Which source states what of which firm.</summary>
internal static class FirmSources
{
    public static List<StatedFirmRow> Of(Connection connection, string source)
    {
        var stated = new List<StatedFirmRow>();
        var rows = connection[
            """
            SELECT o.source, o.firm, o.year, o.plot, o.county
            FROM firm_sources s JOIN firm_sources o ON o.firm = s.firm AND o.year IS s.year AND o.plot IS s.plot
              AND (s.plot IS NULL OR o.county = s.county OR o.county = '' OR s.county = '')
            WHERE s.source = ?1
            ORDER BY o.firm, o.year, o.plot, o.source, o.county
            """
        ]
            .Bind(1, source);
        while (rows.Step())
        {
            var county = rows.Text(4);
            PlotKey? plot = rows.TextOrNull(3) is { } number ? new(county, number) : null;
            stated.Add(new(rows.Text(0), new(rows.Text(1), rows.Whole(2), plot), county));
        }
        rows.Reset();
        return stated;
    }

    /// <summary>What sources state of one firm they now state of another; what a source states of both it states once.</summary>
    public static void Join(Connection connection, string key, string into)
    {
        connection[
            """
            DELETE FROM firm_sources AS s WHERE firm = ?1 AND EXISTS (
              SELECT 1 FROM firm_sources o
              WHERE o.firm = ?2 AND o.year IS s.year AND o.plot IS s.plot AND o.county = s.county AND o.source = s.source
            )
            """
        ]
            .Bind(1, key)
            .Bind(2, into)
            .Run();
        connection["UPDATE firm_sources SET firm = ?2 WHERE firm = ?1"].Bind(1, key).Bind(2, into).Run();
    }

    public static void Put(Connection connection, string source, IReadOnlyDictionary<FirmRow, string> rows)
    {
        connection["DELETE FROM firm_sources WHERE source = ?1"].Bind(1, source).Run();
        foreach (var (row, county) in rows)
        {
            connection["INSERT INTO firm_sources (firm, year, plot, source, county) VALUES (?1, ?2, ?3, ?4, ?5)"]
                .Bind(1, row.Firm)
                .Bind(2, (long?)row.Year)
                .Bind(3, row.Plot?.Number)
                .Bind(4, source)
                .Bind(5, county)
                .Run();
        }
    }
}
