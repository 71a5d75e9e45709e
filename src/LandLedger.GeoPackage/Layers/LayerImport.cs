using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.GeoPackage.Writing;
using LandLedger.Layers;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Layers;

/// <summary>
/// One layer on its way in. Features wait in a temporary table, as the kind of all geometries, which the real one declares, is
/// known at the end only.
/// </summary>
internal sealed class LayerImport : ILayerImport
{
    private const string Waiting = "waiting_features";

    private readonly Connection _connection;
    private readonly NewFile? _newFile;
    private readonly LayerTable _table;
    private readonly Statement _insert;
    private readonly List<TreeEntry> _boxes = [];
    private readonly LayerTotals _totals = new();
    private readonly Layer _layer;

    /// <summary>Takes the connection over, with its write transaction begun.</summary>
    public LayerImport(Connection connection, NewFile? newFile, Layer layer)
    {
        (_connection, _newFile, _layer) = (connection, newFile, layer);
        _table = new(layer);
        Before = LayerBooks.Remove(connection, layer.Name);
        connection.Execute(_table.Create("TEMP TABLE " + Waiting, "Geometry"));
        var parameters = string.Join(", ", Enumerable.Range(1, _table.Count + 1).Select(i => $"?{i}"));
        _insert = connection.Prepare($"INSERT INTO {Waiting} VALUES ({parameters})");
    }

    public long? Before { get; }

    public void Put(LayerFeature feature)
    {
        LayerRow.Bind(_insert, feature);
        _insert.Run();
        _totals.Add(feature);
        if (feature.Shape is { } shape)
            _boxes.Add(TreeEntry.Of(feature.Id, shape.Box));
    }

    public void Commit(DateTimeOffset recordedAt)
    {
        var layer = _totals.Of(_layer);
        var name = SqlName.Quoted(_table.Name);
        _connection.Execute(_table.Create("TABLE " + name, layer.Kind) + _table.Index.TreeSql);
        _connection.Execute($"INSERT INTO {name} SELECT * FROM {Waiting}");
        new SpatialTreeLoad(_connection, _table.Index.Tree).Write(_boxes);
        _connection.Execute(_table.Index.TriggersSql);
        var time = LedgerRow.Time(recordedAt);
        LayerBooks.Add(_connection, layer, _table, time);
        _connection.Execute("COMMIT");
        Close();
        _newFile?.Place();
    }

    public void Dispose()
    {
        Close();
        _newFile?.Remove();
    }

    private void Close()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
