using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LandLedger.Geometry;

namespace LandLedger.Formats.Tiles;

/// <summary>
/// The outline of a plot, WKB in degrees, as the geometry of one tile: cut to the tile, moved to its grid, valid. One for each
/// worker; its lists are used again from plot to plot.
/// </summary>
internal sealed class TileOutline(TileAddress tile, bool shifted)
{
    /// <summary>From this zoom on land too small to be seen stays, as one unit of the grid.</summary>
    private const int DotsFrom = 11;
    private const uint MultiPolygon = 6;
    private const int HeadLength = 9;
    private const int PointLength = 16;

    private readonly TileGrid _grid = new(tile);
    private readonly TileGeometry _geometry = new();
    private List<double> _ring = [];
    private List<double> _spare = [];

    /// <summary>The commands, which stand until the next call; none when the plot does not reach into the tile.</summary>
    public List<uint> Of(ReadOnlySpan<byte> wkb)
    {
        _geometry.Clear();
        var kind = BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]);
        var count = kind == MultiPolygon ? BinaryPrimitives.ReadInt32LittleEndian(wkb[5..]) : 1;
        if (kind == MultiPolygon)
            wkb = wkb[HeadLength..];
        for (var i = 0; i < count; i++)
            AddPolygon(ref wkb);
        return _geometry.Commands;
    }

    private void AddPolygon(ref ReadOnlySpan<byte> wkb)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(wkb[5..]);
        wkb = wkb[HeadLength..];
        var rings = new List<List<int>>(count);
        for (var i = 0; i < count; i++)
        {
            ReadRing(ref wkb);
            if (i > 0 && rings.Count == 0)
                continue;
            TileClip.Cut(ref _ring, ref _spare);
            var whole = new List<int>(_ring.Count);
            TileRing.Snap(_ring, whole);
            if (whole.Count == 0 && i == 0 && _ring.Count > 0 && tile.Zoom >= DotsFrom)
                TileRing.Dot(_ring, whole);
            if (whole.Count > 0)
                rings.Add(whole);
        }
        if (rings.Count == 0)
            return;
        foreach (var polygon in TilePolygon.Valid(rings))
            _geometry.Add(polygon);
    }

    private void ReadRing(ref ReadOnlySpan<byte> wkb)
    {
        var points = BinaryPrimitives.ReadInt32LittleEndian(wkb);
        wkb = wkb[4..];
        _ring.Clear();
        for (var i = 0; i < points - 1; i++)
        {
            _ring.Add(BinaryPrimitives.ReadDoubleLittleEndian(wkb[(i * PointLength)..]));
            _ring.Add(BinaryPrimitives.ReadDoubleLittleEndian(wkb[((i * PointLength) + 8)..]));
        }
        var positions = CollectionsMarshal.AsSpan(_ring);
        if (shifted)
            Gcj02.Shift(positions);
        for (var i = 0; i < positions.Length; i += 2)
            (positions[i], positions[i + 1]) = (_grid.X(positions[i]), _grid.Y(positions[i + 1]));
        wkb = wkb[(points * PointLength)..];
    }
}
