using LandLedger.Fields;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>How much of the outlines is read.</summary>
internal enum Outlines
{
    None,

    /// <summary>Box and CRS, no bytes.</summary>
    Boxes,
    Whole,
}

/// <summary>Plots through one connection, which has its snapshot already and is used by nobody else meanwhile.</summary>
internal sealed class PlotReader(Connection connection, Interned interned)
{
    private const string AfterKey = " FROM plots p WHERE (p.county, p.plot) > (?1, ?2) ORDER BY p.county, p.plot";
    private const string FromRow = " FROM plots p WHERE p.fid >= ?1 ORDER BY p.fid";
    private const string OfRow = " FROM plots p WHERE p.fid = ?1";

    /// <summary>A look at the first county, then at the next greater, and so on: as many steps as there are counties.</summary>
    public const string Counties = """
        WITH RECURSIVE counties (county) AS (
          SELECT min(county) FROM plots
          UNION ALL
          SELECT (SELECT min(p.county) FROM plots p WHERE p.county > counties.county) FROM counties WHERE county IS NOT NULL
        )
        """;
    private const string OfSupervisionNumberIs =
        " FROM plots p WHERE p.supervision_number = ?1 ORDER BY p.county, p.plot";
    private const string OfNumber =
        " FROM counties CROSS JOIN plots p ON p.county = counties.county AND p.plot = ?1 ORDER BY p.county";

    private static readonly Queries Known = Queries.Of(hasEnteredOn: true);
    private static readonly Queries Old = Queries.Of(hasEnteredOn: false);

    internal static readonly string AfterKeySql = Known.AfterKey;
    internal static readonly string OfSupervisionSql = Known.OfSupervision;

    /// <summary>Whether the numbers of one county reach into those of another, which the ends of the key of each tell.</summary>
    private static readonly string NumbersMeetSql = $"""
        {Counties},
        reaches AS MATERIALIZED (
          SELECT county,
            (SELECT min(p.plot) FROM plots p WHERE p.county = counties.county) AS least,
            (SELECT max(p.plot) FROM plots p WHERE p.county = counties.county) AS greatest
          FROM counties WHERE county IS NOT NULL
        )
        SELECT EXISTS (
          SELECT 1 FROM reaches a JOIN reaches b ON a.county < b.county AND a.least <= b.greatest AND b.least <= a.greatest
        )
        """;

    /// <summary>
    /// The plots of a stretch in order of the key. Where the rows lie in that order they are walked as they lie, which saves the
    /// way from the index to each row.
    /// </summary>
    public IEnumerable<Plot> Of(KeyRange range, PlotQuery query)
    {
        var (shapes, sql) = (query.Shapes, Sql);
        var statement = range.FirstRow is { } first
            ? connection[shapes ? sql.FromRowShapes : sql.FromRow].Bind(1, first)
            : connection[shapes ? sql.AfterKeyShapes : sql.AfterKey]
                .Bind(1, range.After.County)
                .Bind(2, range.After.Number);
        var children = PlotChildren.After(connection, range.After);
        var outlines = shapes ? Outlines.Whole : Outlines.None;
        var row = new SqliteRow(statement, interned);
        for (var i = 0; i < range.Rows && statement.Step(); i++)
        {
            if (query.Wants(row.EnteredOn, row.EndedOn))
                yield return PlotFacts.Build(row, children.PartsOf(statement, row, outlines));
        }
        statement.Reset();
    }

    public Plot? Row(long fid, bool shapes)
    {
        var statement = connection[shapes ? Sql.OfRowShapes : Sql.OfRow].Bind(1, fid);
        return Plots(statement, shapes ? Outlines.Whole : Outlines.None).FirstOrDefault();
    }

    public List<Plot> OfPlotNumber(string number, Outlines outlines) =>
        Plots(connection[Sql.OfNumber].Bind(1, number), outlines);

    public List<Plot> OfSupervisionNumber(string number) =>
        Plots(connection[Sql.OfSupervision].Bind(1, number), Outlines.Whole);

    /// <summary>
    /// One county has no two plots of one number, and numbers mostly begin with the code of their county: then none is shared and none read.
    /// </summary>
    public IReadOnlySet<string> SharedNumbers()
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        var reaches = connection[NumbersMeetSql];
        var meet = reaches.Step() && reaches.Int64(0) > 0;
        reaches.Reset();
        if (!meet)
            return shared;
        var numbers = connection["SELECT plot FROM plots GROUP BY plot HAVING count(*) > 1"];
        while (numbers.Step())
            shared.Add(numbers.Text(0));
        numbers.Reset();
        return shared;
    }

    private Queries Sql => PlotTable.HasEnteredOn(connection) ? Known : Old;

    private List<Plot> Plots(Statement statement, Outlines outlines)
    {
        var found = new List<Plot>(1);
        var row = new SqliteRow(statement, interned);
        while (statement.Step())
        {
            var key = new PlotKey(row.Text(PlotFields.County) ?? "", row.Text(PlotFields.Plot)!);
            found.Add(PlotFacts.Build(row, PlotChildren.Of(connection, key).PartsOf(statement, row, outlines)));
        }
        statement.Reset();
        return found;
    }

    /// <summary>Each text made once, as <see cref="Connection"/> knows a statement by the very text.</summary>
    private sealed record Queries(
        string AfterKey,
        string AfterKeyShapes,
        string FromRow,
        string FromRowShapes,
        string OfRow,
        string OfRowShapes,
        string OfSupervision,
        string OfNumber
    )
    {
        public static Queries Of(bool hasEnteredOn)
        {
            var plain = "SELECT " + PlotTable.Select(shapes: false, hasEnteredOn);
            var shaped = "SELECT " + PlotTable.Select(shapes: true, hasEnteredOn);
            return new(
                plain + PlotReader.AfterKey,
                shaped + PlotReader.AfterKey,
                plain + PlotReader.FromRow,
                shaped + PlotReader.FromRow,
                plain + PlotReader.OfRow,
                shaped + PlotReader.OfRow,
                shaped + OfSupervisionNumberIs,
                Counties + shaped + PlotReader.OfNumber
            );
        }
    }
}
