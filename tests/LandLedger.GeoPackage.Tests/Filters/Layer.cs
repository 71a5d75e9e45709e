using System.Collections.Frozen;
using System.Globalization;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;
using NetTopologySuite.IO;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>A feature table of any GeoPackage, as it is, with its columns as properties.</summary>
internal sealed class Layer : IDisposable
{
    private readonly Connection _connection;
    private readonly string _name;

    public Layer(string path, string name)
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
            $"SELECT t.{FilterTable.Quoted(Table.Key)} FROM {Source} WHERE {compiled.Sql} ORDER BY 1"
        );
        compiled.Bind(statement);
        var keys = new List<long>();
        while (statement.Step())
            keys.Add(statement.Int64(0));
        return keys;
    }

    public IReadOnlyList<string> Values(string column, string text)
    {
        var compiled = Compile(Read(text));
        using var statement = _connection.Prepare(
            $"SELECT t.{FilterTable.Quoted(column)} FROM {Source} WHERE {compiled.Sql} ORDER BY 1"
        );
        compiled.Bind(statement);
        var values = new List<string>();
        while (statement.Step())
            values.Add(statement.Text(0));
        return values;
    }

    /// <summary>All items: row number, and values by property.</summary>
    public IReadOnlyList<(long Key, Dictionary<string, object?> Values)> Items()
    {
        var columns = string.Concat(Queryables.All.Select(property => ", t." + FilterTable.Quoted(property.Name)));
        using var statement = _connection.Prepare($"SELECT t.{FilterTable.Quoted(Table.Key)}{columns} FROM {Source}");
        var items = new List<(long, Dictionary<string, object?>)>();
        while (statement.Step())
        {
            var values = Queryables.All.Select(
                (property, i) =>
                    (property.Name, Value: statement.IsNull(i + 1) ? null : Value(statement, i + 1, property.Type))
            );
            items.Add((statement.Int64(0), values.ToDictionary(value => value.Name, value => value.Value)));
        }
        return items;
    }

    private static object Value(Statement statement, int column, FilterType type) =>
        type switch
        {
            FilterType.Number or FilterType.Integer => statement.Double(column),
            FilterType.Boolean => statement.Int64(column) != 0,
            FilterType.Date => DateOnly.ParseExact(statement.Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            FilterType.Timestamp => DateTime.ParseExact(
                statement.Text(column),
                "yyyy-MM-ddTHH:mm:ss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            ),
            FilterType.Geometry => new WKBReader().Read(GeometryBlob.BodyOf(statement.Blob(column)).ToArray()),
            _ => statement.Text(column),
        };

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

    private string Source => FilterTable.Quoted(_name) + " t";

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
