using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.PostGis.Filters;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>
/// The plots that a query finds. A row is known by the transaction that wrote it, so that what another program writes shows, too.
/// Where all are wanted they come with the marks, in one answer; else plots are read by a statement of its own, which tells whether
/// they are still what was found.
/// </summary>
internal sealed class MarkedPlots : IPlotPage
{
    private const string Told = $"p.xmin, {Reading.Whole.State}";
    private const string Mark = $"record_send(ROW(p.county, p.plot, {Told}))";

    private static readonly string Plot = PlotReader.Whole(shapes: true, ", " + Told);
    private static readonly Register KeySql = PlotReader.OfPage(Mark, PlotReader.Behind);
    private static readonly Register KeyPlotsSql = PlotReader.OfPage(Plot, PlotReader.Behind);
    private static readonly Register BoxSql = PlotReader.OfPage(Mark, PlotReader.BehindInBox);
    private static readonly Register BoxPlotsSql = PlotReader.OfPage(Plot, PlotReader.BehindInBox);

    private static readonly string ReadSql = $"""
        SELECT {Plot}
        FROM plots p JOIN unnest($1, $2) AS asked (county, plot) ON p.county = asked.county AND p.plot = asked.plot
        ORDER BY p.county, p.plot
        """;

    /// <summary>Column behind those of a plot and its children; the state is the next.</summary>
    private static readonly int Xmin = PlotColumns.Names.Length + PlotChildren.Count;

    private readonly Database _database;
    private readonly List<PlotMark> _marks = [];
    private readonly List<Plot>? _plots;

    public MarkedPlots(Database database, PlotQuery asked, bool whole, CancellationToken cancel)
    {
        _database = database;
        _plots = whole ? [] : null;
        var filter = asked.Filter is { } wanted ? PlotReader.Compiled(wanted, asked.Box is not null) : null;
        using var session = database.Connect();
        using var query = PlotReader.Ask(session, SqlOf(asked, filter, whole), asked, filter, cancel);
        var (row, plot) = (query.Row, new PlotRow(query.Row));
        var (county, number, xmin) = whole ? (PlotFields.County.Ordinal, PlotFields.Plot.Ordinal, Xmin) : (0, 1, 2);
        while (query.Next())
        {
            _marks.Add(new(new(row.Text(county), row.Text(number)), row.Whole(xmin)!.Value));
            _plots?.Add(plot.Build(PlotChildren.Of(row), Outlines.Whole));
            State ??= row.Text(xmin + 1);
        }
    }

    public string? State { get; }

    public IReadOnlyList<PlotMark> Marks => _marks;

    public IReadOnlyList<Plot>? Read(IReadOnlyList<PlotMark> marks, CancellationToken cancel = default) =>
        _plots is { } plots ? Chosen(plots, marks) : Asked(marks, cancel);

    public void Dispose() { }

    private List<Plot> Chosen(List<Plot> plots, IReadOnlyList<PlotMark> marks)
    {
        var chosen = new List<Plot>(marks.Count);
        for (var i = 0; chosen.Count < marks.Count; i++)
        {
            if (_marks[i] == marks[chosen.Count])
                chosen.Add(plots[i]);
        }
        return chosen;
    }

    private List<Plot>? Asked(IReadOnlyList<PlotMark> marks, CancellationToken cancel)
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

    private static string SqlOf(PlotQuery asked, SqlFilter? filter, bool whole) =>
        filter is not null
            ? PlotReader.OfPage(
                whole ? Plot : Mark,
                FilterSearch.Condition(filter, asked.Box is not null),
                Register.Condition(asked)
            )
        : asked.Box is null ? (whole ? KeyPlotsSql : KeySql).Of(asked)
        : (whole ? BoxPlotsSql : BoxSql).Of(asked);
}
