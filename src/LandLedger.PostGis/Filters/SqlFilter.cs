using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Filters;

/// <summary>
/// A filter as a condition of a query: parameters for all that the filter says, columns of its table, nothing else.
/// </summary>
internal sealed class SqlFilter
{
    /// <summary>What the protocol takes in one statement, less what the query around needs.</summary>
    private const int MostValues = 65_000;

    private readonly IReadOnlyList<object> _values;

    private SqlFilter(BoundFilter filter, string sql, SqlWriter writer)
    {
        Sql = sql;
        HasIndex = writer.HasCandidates || filter.Pins(PlotFields.Holder.Id);
        _values = writer.Values;
    }

    /// <summary>A condition in brackets, for WHERE.</summary>
    public string Sql { get; }

    /// <summary>Whether the index of boxes or that of holders can answer a part of it.</summary>
    public bool HasIndex { get; }

    /// <summary>How many parameters it has.</summary>
    public int Count => _values.Count;

    /// <summary>Refuses what the table does not have or the server cannot say of it, and what is too much for one statement.</summary>
    /// <param name="first">The number of the first parameter that is free.</param>
    public static FilterResult<SqlFilter> Of(BoundFilter filter, FilterTable table, int first)
    {
        if (filter.Properties.FirstOrDefault(name => !table.Columns.ContainsKey(name)) is { } missing)
            return FilterError.Of("unsupported", ("name", missing));
        var writer = new SqlWriter(filter.Queryables, table, first);
        var sql = "(" + writer.Test(filter.Root, sure: true) + ")";
        if (writer.Unanswered is { } unanswered)
            return FilterError.Of("unsupported", ("name", unanswered));
        return writer.Values.Count > MostValues
            ? FilterError.Of("too-many", ("limit", $"{MostValues:N0}"))
            : new SqlFilter(filter, sql, writer);
    }

    public void Bind(NpgsqlBatchCommand statement)
    {
        foreach (var value in _values)
        {
            _ = value switch
            {
                byte[] shape => statement.With(shape),
                double bound => statement.With((double?)bound),
                var text => statement.With((string)text),
            };
        }
    }
}
