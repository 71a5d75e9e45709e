namespace LandLedger.Formats.Tiles;

/// <summary>
/// The commands of a tile's geometry (Mapbox Vector Tile 2.1, 4.3): each ring moves to its first corner, draws lines to the
/// others and closes; numbers are steps from the corner before, zigzag-encoded.
/// </summary>
internal sealed class TileGeometry
{
    private const uint MoveToOne = (1 << 3) | 1;
    private const uint ClosePath = (1 << 3) | 7;
    private const int LineTo = 2;

    private int _x;
    private int _y;

    public List<uint> Commands { get; } = [];

    public void Clear()
    {
        Commands.Clear();
        (_x, _y) = (0, 0);
    }

    /// <summary>Shell first, then holes; each is turned as the standard wants it.</summary>
    public void Add(List<List<int>> polygon)
    {
        for (var i = 0; i < polygon.Count; i++)
        {
            TileRing.Turn(polygon[i], shell: i == 0);
            Add(polygon[i]);
        }
    }

    private void Add(List<int> ring)
    {
        Commands.Add(MoveToOne);
        Step(ring[0], ring[1]);
        Commands.Add((uint)((((ring.Count / 2) - 1) << 3) | LineTo));
        for (var i = 2; i < ring.Count; i += 2)
            Step(ring[i], ring[i + 1]);
        Commands.Add(ClosePath);
    }

    private void Step(int x, int y)
    {
        Commands.Add(Zigzag(x - _x));
        Commands.Add(Zigzag(y - _y));
        (_x, _y) = (x, y);
    }

    private static uint Zigzag(int number) => (uint)((number << 1) ^ (number >> 31));
}
