using LandLedger.Filters;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Filters;

/// <summary>
/// A filter of plots as a condition of a query: parameters for all that the filter says, columns of the table of plots, nothing
/// else.
/// </summary>
internal sealed class SqlFilter
{
    /// <summary>What the protocol takes in one statement, less what the query around needs.</summary>
    private const int MostValues = 65_000;

    private readonly IReadOnlyList<object> _values;

    private SqlFilter(string sql, SqlWriter writer)
    {
        Sql = sql;
        IsSpatial = writer.HasCandidates;
        _values = writer.Values;
    }

    /// <summary>A condition in brackets, for WHERE, of a plot p.</summary>
    public string Sql { get; }

    /// <summary>Whether the index of boxes can answer a part of it.</summary>
    public bool IsSpatial { get; }

    /// <summary>How many parameters it has.</summary>
    public int Count => _values.Count;

    /// <summary>Refuses what plots do not have, and what is too much for one statement.</summary>
    /// <param name="first">The number of the first parameter that is free.</param>
    public static FilterResult<SqlFilter> Of(BoundFilter filter, int first)
    {
        if (filter.Properties.FirstOrDefault(name => PlotQueryables.All.Find(name) is null) is { } missing)
            return FilterError.Of("unsupported", ("name", missing));
        var writer = new SqlWriter(filter.Queryables, first);
        var sql = "(" + writer.Test(filter.Root, sure: true) + ")";
        return writer.Values.Count > MostValues
            ? FilterError.Of("too-many", ("limit", $"{MostValues:N0}"))
            : new SqlFilter(sql, writer);
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
