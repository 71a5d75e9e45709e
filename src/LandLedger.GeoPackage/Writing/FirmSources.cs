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
            WHERE s.source = ?1
            ORDER BY o.firm, o.year, o.plot, o.source
            """
        ]
            .Bind(1, source);
        while (rows.Step())
            stated.Add(new(rows.Text(0), new(rows.Text(1), rows.Whole(2), rows.TextOrNull(3)), rows.Text(4)));
        rows.Reset();
        return stated;
    }

    public static void Put(Connection connection, string source, IReadOnlyDictionary<FirmRow, string> rows)
    {
        connection["DELETE FROM firm_sources WHERE source = ?1"].Bind(1, source).Run();
        foreach (var (row, county) in rows)
        {
            connection["INSERT INTO firm_sources (firm, year, plot, source, county) VALUES (?1, ?2, ?3, ?4, ?5)"]
                .Bind(1, row.Firm)
                .Bind(2, (long?)row.Year)
                .Bind(3, row.Plot)
                .Bind(4, source)
                .Bind(5, county)
                .Run();
        }
    }
}
