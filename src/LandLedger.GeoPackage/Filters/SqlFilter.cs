using System.Globalization;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Filters;

/// <summary>
/// A filter as a condition of a query: parameters for all that the filter says, columns from a list, nothing else. The
/// connection needs <see cref="FilterFunctions"/>.
/// </summary>
internal sealed class SqlFilter
{
    /// <summary>What SQLite takes in one statement, less what the query around needs.</summary>
    private const int MostValues = 32_000;
    private const int LongestSql = 900_000;
    private const int LongestPattern = 50_000;

    private readonly int _first;

    private SqlFilter(BoundFilter filter, string sql, IReadOnlyList<object> values, int first)
    {
        Sql = sql;
        Values = values;
        HasIndex = values.Any(value => value is SpatialTest) || filter.Pins(PlotFields.Holder.Id);
        _first = first;
    }

    /// <summary>A condition in brackets, for WHERE.</summary>
    public string Sql { get; }

    /// <summary>long, double, string or <see cref="SpatialTest"/>.</summary>
    public IReadOnlyList<object> Values { get; }

    /// <summary>Whether an index of its own may answer it: the tree of a geometry that it asks for, or that of holders.</summary>
    public bool HasIndex { get; }

    /// <summary>Refuses a property that the table does not know, and what is too much for one statement.</summary>
    /// <param name="first">The number of the first parameter that is free.</param>
    public static FilterResult<SqlFilter> Of(BoundFilter filter, FilterTable table, int first = 1)
    {
        if (filter.Properties.FirstOrDefault(name => !table.Knows(filter.Queryables.Find(name)!)) is { } missing)
            return FilterError.Of("unsupported", ("name", missing));
        var writer = new SqlWriter(filter.Queryables, table, first);
        var sql = "(" + writer.Test(filter.Root, sure: true) + ")";
        if (writer.LongestPattern > LongestPattern)
            return Over("pattern-long", LongestPattern);
        return writer.Values.Count > MostValues || sql.Length > LongestSql
            ? Over("too-many", MostValues)
            : new SqlFilter(filter, sql, writer.Values, first);
    }

    private static FilterError Over(string code, int limit) =>
        FilterError.Of(code, ("limit", limit.ToString("N0", CultureInfo.InvariantCulture)));

    public void Bind(Statement statement)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            _ = Values[i] switch
            {
                long whole => statement.Bind(_first + i, whole),
                double number => statement.Bind(_first + i, number),
                string text => statement.Bind(_first + i, text),
                var thing => statement.BindObject(_first + i, thing),
            };
        }
    }
}
