using LandLedger.Geometry;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Writing;

/// <summary>
/// Keeps the box of the layer and its spatial index while an import writes. In a table that was empty the triggers rest and
/// the tree is loaded at the end.
/// </summary>
internal sealed class Extent
{
    private readonly Connection _connection;
    private readonly List<TreeEntry>? _loaded;
    private Task<PackedTree>? _packed;
    private Box? _box;
    private bool _shrunk;

    public Extent(Connection connection, bool fresh)
    {
        _connection = connection;
        if (!fresh)
        {
            _box = LayerBox.Read(connection);
            return;
        }
        _loaded = [];
        connection.Execute(SpatialIndex.OfPlots.DropTriggersSql);
    }

    public void Add(long fid, PlotShape? shape)
    {
        var box = BoxOf(shape);
        _loaded?.Add(TreeEntry.Of(fid, box));
        Extend(box);
    }

    public void Replace(long fid, Box? old, PlotShape? shape)
    {
        var box = BoxOf(shape);
        // Rows of a table that was empty are numbered one after the other.
        if (_loaded is not null)
            _loaded[(int)(fid - _loaded[0].Id)] = TreeEntry.Of(fid, box);
        _shrunk |= old is { } known && OnEdge(known);
        Extend(box);
    }

    /// <summary>No plot comes any more: makes the tree on another core until <see cref="Write"/> puts it down.</summary>
    public void Pack()
    {
        if (_loaded is null)
            return;
        _loaded.RemoveAll(entry => entry.IsEmpty);
        _packed = Task.Run(() => PackedTree.Of(_loaded));
    }

    public void Write()
    {
        if (_packed is not null)
        {
            new SpatialTreeLoad(_connection, SpatialIndex.OfPlots.Tree).Write(_packed.GetAwaiter().GetResult());
            _connection.Execute(SpatialIndex.OfPlots.TriggersSql);
        }
        if (_shrunk)
            _box = LayerBox.Read(
                _connection,
                "SELECT min(ST_MinX(geom)), min(ST_MinY(geom)), max(ST_MaxX(geom)), max(ST_MaxY(geom)) FROM plots"
            );
        var update = _connection[
            "UPDATE gpkg_contents SET min_x = ?1, min_y = ?2, max_x = ?3, max_y = ?4 WHERE table_name = 'plots'"
        ];
        if (_box is { } box)
            update.Bind(1, box.West).Bind(2, box.South).Bind(3, box.East).Bind(4, box.North);
        update.Run();
    }

    private void Extend(Box? box)
    {
        if (box is not { } more)
            return;
        _box = _box is { } known
            ? new(
                Math.Min(known.West, more.West),
                Math.Min(known.South, more.South),
                Math.Max(known.East, more.East),
                Math.Max(known.North, more.North)
            )
            : more;
    }

    private bool OnEdge(Box old) =>
        _box is { } all
        && (old.West <= all.West || old.South <= all.South || old.East >= all.East || old.North >= all.North);

    private static Box? BoxOf(PlotShape? shape) => shape is { Wkb.IsEmpty: false } ? shape.Box : null;
}
