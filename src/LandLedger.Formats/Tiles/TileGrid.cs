namespace LandLedger.Formats.Tiles;

/// <summary>
/// From longitude and latitude in degrees to the units of one tile: 4096 to a side, x to the east and y to the south from its
/// north-western corner. Spherical Web Mercator, as every map client has it; latitudes end at its edge, 85.05°.
/// </summary>
internal readonly struct TileGrid
{
    public const int Extent = 4096;

    /// <summary>Units beyond each side that a tile still shows, so that outlines meet across tiles.</summary>
    public const int Margin = 64;

    private const double EdgeLatitude = 85.05112877980659;

    private readonly double _scale;
    private readonly double _west;
    private readonly double _north;

    public TileGrid(TileAddress tile)
    {
        _scale = Extent * Math.Pow(2, tile.Zoom);
        _west = (double)tile.Column * Extent;
        _north = (double)tile.Row * Extent;
    }

    public double X(double longitude) => (((longitude / 360) + 0.5) * _scale) - _west;

    public double Y(double latitude)
    {
        var sine = Math.Sin(Math.Clamp(latitude, -EdgeLatitude, EdgeLatitude) / 180 * Math.PI);
        return ((0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI))) * _scale) - _north;
    }
}
