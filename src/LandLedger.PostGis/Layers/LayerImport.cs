using LandLedger.Geometry;
using LandLedger.Layers;
using LandLedger.PostGis.Sql;
using LandLedger.PostGis.Writing;

namespace LandLedger.PostGis.Layers;

/// <summary>One layer on its way in, so many features at a time; readers of the one before are disturbed at the very end only.</summary>
internal sealed class LayerImport : ILayerImport
{
    private const int Most = 2000;

    private readonly Session _session;
    private readonly WriteTurn _turn;
    private readonly Action _committed;
    private readonly Layer _layer;
    private readonly LayerTable _table;
    private readonly LayerTotals _totals = new();
    private readonly List<LayerFeature> _held = new(Most);

    /// <summary>Takes the session over, whose turn it is.</summary>
    public LayerImport(Session session, WriteTurn turn, Action committed, Layer layer)
    {
        (_session, _turn, _committed, _layer, _table) = (session, turn, committed, layer, new(layer));
        session.Run("BEGIN");
        Before = LayerBooks.Remove(session, layer.Name);
        session.Run(_table.CreateSql);
    }

    public long? Before { get; }

    public void Put(LayerFeature feature)
    {
        _totals.Add(feature);
        _held.Add(feature);
        if (_held.Count == Most)
            Flush();
    }

    public void Commit(DateTimeOffset recordedAt)
    {
        Flush();
        _session.Run(_table.PlaceSql);
        LayerBooks.Add(_session, _totals.Of(_layer), recordedAt);
        _turn.Commit();
        _committed();
    }

    public void Dispose()
    {
        _turn.Dispose();
        _session.Dispose();
    }

    private void Flush()
    {
        Copy.Into(_session, $"{_table.Coming} ({_table.Columns})", _held, Put);
        _held.Clear();
    }

    private static void Put(Copy copy, LayerFeature feature)
    {
        copy.Row().Put(feature.Id);
        foreach (var value in feature.Values)
            Put(copy, value);
        copy.Put(feature.Shape is { } shape ? Ewkb(shape) : null);
    }

    private static void Put(Copy copy, object? value) =>
        _ = value switch
        {
            long whole => copy.Put(whole),
            double number => copy.Put(number),
            bool flag => copy.Put((bool?)flag),
            DateOnly day => copy.Put((DateOnly?)day),
            DateTime instant => copy.Put(instant),
            string[] list => copy.Put(list),
            _ => copy.Put((string?)value),
        };

    private static byte[] Ewkb(LayerShape shape) => Outline.WithSrs(shape.Wkb.Span);
}
