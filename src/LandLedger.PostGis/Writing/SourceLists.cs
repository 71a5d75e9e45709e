using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Which source lists which plot, and since which import.</summary>
internal sealed class SourceLists(Session session, long import)
{
    private const int Most = 10_000;

    private const string SeenSql = """
        INSERT INTO plot_sources (county, plot, source, import_id)
        SELECT county, plot, source, $4 FROM unnest($1, $2, $3) AS seen (county, plot, source)
        ON CONFLICT (county, plot, source) DO UPDATE SET import_id = excluded.import_id
        """;

    private const string NoLongerListedSql = """
        SELECT record_send(ROW(s.county, s.plot))
        FROM plot_sources s JOIN plots p ON p.county = s.county AND p.plot = s.plot
        WHERE s.source = $1 AND s.import_id < $2 AND p.ended_on IS NULL AND NOT EXISTS (
          SELECT 1 FROM plot_sources o
          WHERE o.county = s.county AND o.plot = s.plot AND (o.import_id = $2 OR o.source <> ALL ($3))
        )
        ORDER BY s.county, s.plot
        """;

    private const string CountSql = """
        SELECT record_send(ROW(county, count(*)))
        FROM plot_sources WHERE source = $1 AND import_id < $2 GROUP BY county
        """;

    /// <summary>The sources of this import, each with how many plots of each county it listed before.</summary>
    private readonly Dictionary<string, Dictionary<string, long>> _read = new(StringComparer.Ordinal);
    private readonly HashSet<(string Source, PlotKey Plot)> _held = [];

    public void Seen(string source, PlotKey plot)
    {
        Read(source);
        _held.Add((source, plot));
        if (_held.Count == Most)
            Flush();
    }

    public void Flush()
    {
        if (_held.Count == 0)
            return;
        session.Run(
            Statement
                .Of(SeenSql)
                .With([.. _held.Select(seen => seen.Plot.County)])
                .With([.. _held.Select(seen => seen.Plot.Number)])
                .With([.. _held.Select(seen => seen.Source)])
                .With(import)
        );
        _held.Clear();
    }

    public List<PlotKey> NoLongerListed(string source)
    {
        Read(source);
        Flush();
        var statement = Statement.Of(NoLongerListedSql).With(source).With(import).With([.. _read.Keys]);
        using var query = session.Ask(CancellationToken.None, statement);
        var keys = new List<PlotKey>();
        while (query.Next())
            keys.Add(new(query.Row.Text(0), query.Row.Text(1)));
        return keys;
    }

    public IReadOnlyList<SourceCounty> CountiesOf(string source)
    {
        Read(source);
        Flush();
        return SourceCounty.Of(_read[source], CountUnseen(source));
    }

    public void KeepListed(string source, string county)
    {
        Flush();
        session.Run(
            Statement
                .Of("UPDATE plot_sources SET import_id = $3 WHERE county = $1 AND source = $2")
                .With(county)
                .With(source)
                .With(import)
        );
    }

    /// <summary>What the sources of this import list from now on, and the files themselves.</summary>
    public void Write(IReadOnlyList<ImportSource> files)
    {
        Flush();
        session.Run(
            Statement
                .Of("DELETE FROM plot_sources WHERE source = ANY ($1) AND import_id < $2")
                .With([.. _read.Keys])
                .With(import)
        );
        Copy.Into(
            session,
            "import_sources (import_id, seq, name, sha256, key)",
            files.Select((file, seq) => (file, seq)),
            (copy, item) =>
                copy.Row().Put(import).Put((int?)item.seq).Put(item.file.Name).Put(item.file.Sha256).Put(item.file.Key)
        );
    }

    private void Read(string source)
    {
        if (!_read.ContainsKey(source))
            _read.Add(source, CountUnseen(source));
    }

    private Dictionary<string, long> CountUnseen(string source)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of(CountSql).With(source).With(import));
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (query.Next())
            counts.Add(query.Row.Text(0), query.Row.Long(1));
        return counts;
    }
}
