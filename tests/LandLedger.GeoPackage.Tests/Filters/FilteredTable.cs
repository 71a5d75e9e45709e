using System.Collections.Frozen;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>A table made for a test, as it is, with its columns as properties.</summary>
internal sealed class FilteredTable : IDisposable
{
    private readonly Connection _connection;
    private readonly string _name;

    public FilteredTable(string path, string name)
    {
        _connection = Connection.OpenImmutable(path, TimeSpan.Zero);
        FilterFunctions.AddTo(_connection);
        _name = name;
        var columns = Columns().ToList();
        var key = columns.Single(column => column.IsKey).Name;
        Queryables = new(
            [
                .. columns
                    .Where(column => !column.IsKey)
                    .Select(column => new QueryableProperty(column.Name, TypeOf(column.Type))),
            ],
            CrsTable.LonLat
        );
        Table = new("t", key)
        {
            Columns = Queryables.All.ToFrozenDictionary(queryable => queryable.Name, queryable => queryable.Name),
            Trees = Queryables
                .All.Where(queryable => queryable.Type == FilterType.Geometry)
                .ToFrozenDictionary(queryable => queryable.Name, queryable => $"rtree_{name}_{queryable.Name}"),
        };
    }

    public Queryables Queryables { get; }

    public FilterTable Table { get; }

    public long Count(string text) => Count(Read(text));

    public long Count(Predicate filter) => Keys(filter).Count;

    /// <summary>Row numbers, in their order.</summary>
    public IReadOnlyList<long> Keys(Predicate filter)
    {
        var compiled = Compile(filter);
        using var statement = _connection.Prepare(
            $"SELECT t.{SqlName.Quoted(Table.Key)} FROM {Source} WHERE {compiled.Sql} ORDER BY 1"
        );
        compiled.Bind(statement);
        var keys = new List<long>();
        while (statement.Step())
            keys.Add(statement.Int64(0));
        return keys;
    }

    /// <summary>How SQLite means to answer, one step a line.</summary>
    public string Plan(string text)
    {
        var compiled = Compile(Read(text));
        using var statement = _connection.Prepare($"EXPLAIN QUERY PLAN SELECT * FROM {Source} WHERE {compiled.Sql}");
        compiled.Bind(statement);
        var steps = new List<string>();
        while (statement.Step())
            steps.Add(statement.Text(3));
        return string.Join('\n', steps);
    }

    public SqlFilter Compile(Predicate filter)
    {
        var bound = BoundFilter.Of(filter, Queryables, CrsTable.LonLat);
        Assert.True(bound.IsGood, bound.Error?.In(Texts.English));
        var compiled = SqlFilter.Of(bound.Value, Table);
        Assert.True(compiled.IsGood, compiled.Error?.In(Texts.English));
        return compiled.Value;
    }

    public static Predicate Read(string text)
    {
        var read = FilterText.Read(text);
        Assert.True(read.IsGood, read.Error?.In(Texts.English));
        return read.Value;
    }

    public void Dispose() => _connection.Dispose();

    private string Source => SqlName.Quoted(_name) + " t";

    private IEnumerable<(string Name, string Type, bool IsKey)> Columns()
    {
        using var statement = _connection.Prepare("SELECT name, type, pk FROM pragma_table_info(?1)").Bind(1, _name);
        while (statement.Step())
            yield return (statement.Text(0), statement.Text(1), statement.Int64(2) == 1);
    }

    private static FilterType TypeOf(string type) =>
        type.Split('(')[0] switch
        {
            "TEXT" => FilterType.Text,
            "TEXT_LIST" => FilterType.List,
            "INTEGER" => FilterType.Integer,
            "REAL" or "DOUBLE" => FilterType.Number,
            "BOOLEAN" => FilterType.Boolean,
            "DATE" => FilterType.Date,
            "DATETIME" => FilterType.Timestamp,
            _ => FilterType.Geometry,
        };
}
