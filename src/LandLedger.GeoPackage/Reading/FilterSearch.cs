using LandLedger.Filters;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Rows that a filter is true of, in order of their key; where a box is given, those that meet it too.</summary>
internal static class FilterSearch
{
    private const int FirstOfFilter = 9;
    private const string Start = " FROM plots p WHERE (p.county, p.plot) > (?5, ?6) AND ";
    private const string Columns = "SELECT p.fid, substr(p.geom, 1, 40), p.ended_on, p.county, p.plot, ";
    private const string End = " ORDER BY p.county, p.plot";

    public static FilterResult<SqlFilter> Compile(BoundFilter filter, int first = FirstOfFilter) =>
        SqlFilter.Of(filter, PlotFilterTable.Instance, first);

    /// <summary>Of a filter that is not refused.</summary>
    public static SqlFilter Compiled(BoundFilter filter, int first = FirstOfFilter) =>
        Compile(filter, first).Value
        ?? throw new ArgumentException("A filter that the store refuses is not to be asked of it.", nameof(filter));

    /// <summary>What finds them.</summary>
    /// <param name="entry">Whether it is asked when plots entered.</param>
    public static string Sql(SqlFilter filter, bool inBox, bool entry = false) =>
        Columns + (entry ? "p.entered_on" : "NULL") + Start + filter.Sql + (inBox ? BoxSearch.InBox : "") + End;

    public static IEnumerable<PlotMark> Rows(Connection connection, PlotQuery query, SqlFilter filter)
    {
        using var statement = connection.Prepare(
            Sql(filter, query.Box is not null, Register.AsksEntry(connection, query))
        );
        statement.Bind(5, query.After?.County ?? "").Bind(6, query.After?.Number ?? "");
        if (query.Box is { } box)
            BoxSearch.Bind(statement, box);
        filter.Bind(statement);
        while (statement.Step())
        {
            if (query.Wants(statement.Date(5), statement.Date(2)) && BoxSearch.Meets(statement.Blob(1), query.Box))
                yield return new(new(statement.Text(3), statement.Text(4)), statement.Int64(0));
        }
    }
}
