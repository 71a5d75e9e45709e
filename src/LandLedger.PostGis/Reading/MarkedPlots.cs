using LandLedger.Import;
using LandLedger.PostGis.Filters;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>
/// The plots that a query finds. A row is known by the transaction that wrote it, so that what another program writes shows, too.
/// Plots are read by a statement of its own, which tells whether they are still what was found.
/// </summary>
internal sealed class MarkedPlots : IPlotPage
{
    private const string Mark = $"record_send(ROW(p.county, p.plot, p.xmin, {Reading.Whole.State}))";

    private static readonly string KeySql = PlotReader.OfPage(Mark, PlotReader.Behind);
    private static readonly string BoxSql = PlotReader.OfPage(Mark, PlotReader.BehindInBox);

    private static readonly string ReadSql = $"""
        SELECT {PlotReader.Whole(shapes: true, $", p.xmin, {Reading.Whole.State}")}
        FROM plots p JOIN unnest($1, $2) AS asked (county, plot) ON p.county = asked.county AND p.plot = asked.plot
        ORDER BY p.county, p.plot
        """;

    /// <summary>Columns behind those of a plot and its children.</summary>
    private static readonly int Xmin = PlotColumns.Names.Length + PlotChildren.Count;

    private readonly Database _database;
    private readonly List<PlotMark> _marks = [];

    public MarkedPlots(Database database, PlotQuery asked, CancellationToken cancel)
    {
        _database = database;
        var filter = asked.Filter is { } wanted ? PlotReader.Compiled(wanted, asked.Box is not null) : null;
        using var session = database.Connect();
        using var query = PlotReader.Ask(session, SqlOf(asked, filter), asked, filter, cancel);
        while (query.Next())
        {
            var row = query.Row;
            _marks.Add(new(new(row.Text(0), row.Text(1)), row.Whole(2)!.Value));
            State ??= row.Text(3);
        }
    }

    public string? State { get; }

    public IReadOnlyList<PlotMark> Marks => _marks;

    public IReadOnlyList<Plot>? Read(IReadOnlyList<PlotMark> marks, CancellationToken cancel = default)
    {
        using var session = _database.Connect();
        var statement = Statement
            .Of(ReadSql)
            .With([.. marks.Select(mark => mark.Key.County)])
            .With([.. marks.Select(mark => mark.Key.Number)]);
        using var query = session.Ask(statement, null, cancel);
        var found = new List<Plot>(marks.Count);
        var row = new PlotRow(query.Row);
        while (query.Next())
        {
            // One statement sees one state.
            var isSame = found.Count > 0 || query.Row.Text(Xmin + 1) == State;
            if (!isSame || query.Row.Whole(Xmin) != marks[found.Count].Row)
                return null;
            found.Add(row.Build(PlotChildren.Of(query.Row), Outlines.Whole));
        }
        return found.Count == marks.Count ? found : null;
    }

    public void Dispose() { }

    private static string SqlOf(PlotQuery asked, SqlFilter? filter) =>
        filter is not null ? PlotReader.OfPage(Mark, FilterSearch.Condition(filter, asked.Box is not null))
        : asked.Box is null ? KeySql
        : BoxSql;
}
