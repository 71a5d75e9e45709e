using LandLedger.Import;

namespace LandLedger.Formats.Tiles;

/// <summary>
/// A tile of the grid WebMercatorQuad (OGC Two Dimensional Tile Matrix Set): zoom 0 to 24, row from the north, column from the
/// west, both from 0.
/// </summary>
public readonly record struct TileAddress(int Zoom, int Row, int Column)
{
    public const int MostZoom = 24;

    /// <summary>Whether the grid has such a tile; nothing else is defined for one that it has not.</summary>
    public bool Exists =>
        Zoom is >= 0 and <= MostZoom && Row >= 0 && Row < 1 << Zoom && Column >= 0 && Column < 1 << Zoom;

    /// <summary>What a tile shows, its margin included, in degrees of longitude and latitude.</summary>
    public Box Box
    {
        get
        {
            const double Margin = (double)TileGrid.Margin / TileGrid.Extent;
            return new(
                Longitude(Column - Margin),
                Latitude(Row + 1 + Margin),
                Longitude(Column + 1 + Margin),
                Latitude(Row - Margin)
            );
        }
    }

    private double Longitude(double column) => (column / (1 << Zoom) * 360) - 180;

    private double Latitude(double row) =>
        Math.Atan(Math.Sinh(Math.PI * (1 - (2 * row / (1 << Zoom))))) / Math.PI * 180;
}
