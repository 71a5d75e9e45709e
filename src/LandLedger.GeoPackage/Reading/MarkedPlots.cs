using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The plots that a query finds; the session that found them keeps its snapshot for those that are read.</summary>
internal sealed class MarkedPlots : IPlotPage
{
    private const string KeySql =
        "SELECT fid, county, plot, ended_on FROM plots WHERE (county, plot) > (?1, ?2) ORDER BY county, plot";

    private const string KeyOnSql =
        "SELECT fid, county, plot, ended_on, entered_on FROM plots WHERE (county, plot) > (?1, ?2) ORDER BY county, plot";

    /// <summary>So many rows that lie one after another are read as a stretch: each query for one plot costs as much as for several.</summary>
    private const int Stretch = 4;

    private static readonly PlotQuery Whole = new() { Shapes = true, Ended = true };

    private readonly SessionPool.Lease _reading;

    public MarkedPlots(SessionPool sessions, PlotQuery query, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        _reading = sessions.Begin(1);
        try
        {
            State = _reading.State();
            using var stopping = _reading.First.Connection.StopOn(cancel);
            Marks = [.. Found(_reading.First.Connection, query, cancel).Take(query.Limit ?? int.MaxValue)];
        }
        catch
        {
            _reading.Dispose();
            throw;
        }
    }

    public string? State { get; }

    public IReadOnlyList<PlotMark> Marks { get; }

    public IReadOnlyList<Plot> Read(IReadOnlyList<PlotMark> marks, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        using var stopping = _reading.First.Connection.StopOn(cancel);
        var plots = new List<Plot>(marks.Count);
        for (int first = 0, next; first < marks.Count; first = next)
        {
            next = first + 1;
            while (next < marks.Count && marks[next].Row == marks[next - 1].Row + 1)
                next++;
            if (next - first >= Stretch)
                plots.AddRange(
                    _reading.First.Plots.Of(new(Before(marks[first].Key), next - first, marks[first].Row), Whole)
                );
            else
                plots.AddRange(
                    marks
                        .Skip(first)
                        .Take(next - first)
                        .Select(mark => _reading.First.Plots.Row(mark.Row, shapes: true)!)
                );
        }
        return plots;
    }

    /// <summary>A key that comes before: the beginning of a text does.</summary>
    private static PlotKey Before(PlotKey key) => key with { Number = key.Number[..^1] };

    public void Dispose() => _reading.Dispose();

    /// <summary>Rows that a query finds, in order of their key; its limit is the caller's.</summary>
    public static IEnumerable<PlotMark> Found(Connection connection, PlotQuery query, CancellationToken cancel)
    {
        var filter = query.Filter is { } wanted ? FilterSearch.Compiled(wanted) : null;
        return query.Box is { } box && filter?.HasIndex is not true
                ? BoxSearch.Rows(connection, box, query, filter, cancel)
            : filter is not null ? FilterSearch.Rows(connection, query, filter)
            : Behind(connection, query);
    }

    private static IEnumerable<PlotMark> Behind(Connection connection, PlotQuery query)
    {
        var asksEntry = Register.AsksEntry(connection, query);
        var statement = connection[asksEntry ? KeyOnSql : KeySql]
            .Bind(1, query.After?.County ?? "")
            .Bind(2, query.After?.Number ?? "");
        while (statement.Step())
        {
            if (query.Wants(asksEntry ? statement.Date(4) : null, statement.Date(3)))
                yield return new(new(statement.Text(1), statement.Text(2)), statement.Int64(0));
        }
        statement.Reset();
    }
}
