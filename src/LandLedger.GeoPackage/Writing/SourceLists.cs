using System.Text.Json;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Which source lists which plot, and since which import.</summary>
internal sealed class SourceLists(Connection connection, long import)
{
    /// <summary>The sources of this import, each with how many plots of each county it listed before.</summary>
    private readonly Dictionary<string, Dictionary<string, long>> _read = new(StringComparer.Ordinal);

    public void Seen(string source, PlotKey plot)
    {
        Read(source);
        connection[
            """
            INSERT INTO plot_sources (county, plot, source, import_id) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (county, plot, source) DO UPDATE SET import_id = excluded.import_id
            """
        ]
            .Bind(1, plot.County)
            .Bind(2, plot.Number)
            .Bind(3, source)
            .Bind(4, import)
            .Run();
    }

    public List<PlotKey> NoLongerListed(string source)
    {
        Read(source);
        var keys = new List<PlotKey>();
        var rows = connection[
            """
            SELECT s.county, s.plot
            FROM plot_sources s JOIN plots p ON p.county = s.county AND p.plot = s.plot
            WHERE s.source = ?1 AND s.import_id < ?2 AND p.ended_on IS NULL AND NOT EXISTS (
              SELECT 1 FROM plot_sources o
              WHERE o.county = s.county AND o.plot = s.plot
              AND (o.import_id = ?2 OR o.source NOT IN (SELECT value FROM json_each(?3)))
            )
            ORDER BY s.county, s.plot
            """
        ]
            .Bind(1, source)
            .Bind(2, import)
            .Bind(3, JsonSerializer.Serialize(_read.Keys));
        while (rows.Step())
            keys.Add(new(rows.Text(0), rows.Text(1)));
        rows.Reset();
        return keys;
    }

    public IReadOnlyList<SourceCounty> CountiesOf(string source)
    {
        Read(source);
        return SourceCounty.Of(_read[source], CountUnseen(source));
    }

    public void KeepListed(string source, string county) =>
        connection["UPDATE plot_sources SET import_id = ?3 WHERE county = ?1 AND source = ?2"]
            .Bind(1, county)
            .Bind(2, source)
            .Bind(3, import)
            .Run();

    /// <summary>What the sources of this import list from now on, and the files themselves.</summary>
    public void Write(IReadOnlyList<ImportSource> files)
    {
        foreach (var source in _read.Keys)
        {
            connection["DELETE FROM plot_sources WHERE source = ?1 AND import_id < ?2"]
                .Bind(1, source)
                .Bind(2, import)
                .Run();
        }
        for (var i = 0; i < files.Count; i++)
        {
            connection["INSERT INTO import_sources (import_id, seq, name, sha256, \"key\") VALUES (?1, ?2, ?3, ?4, ?5)"]
                .Bind(1, import)
                .Bind(2, (long)i)
                .Bind(3, files[i].Name)
                .Bind(4, files[i].Sha256)
                .Bind(5, files[i].Key)
                .Run();
        }
    }

    private void Read(string source)
    {
        if (!_read.ContainsKey(source))
            _read.Add(source, CountUnseen(source));
    }

    private Dictionary<string, long> CountUnseen(string source)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var rows = connection[
            "SELECT county, count(*) FROM plot_sources WHERE source = ?1 AND import_id < ?2 GROUP BY county"
        ]
            .Bind(1, source)
            .Bind(2, import);
        while (rows.Step())
            counts.Add(rows.Text(0), rows.Int64(1));
        rows.Reset();
        return counts;
    }
}
