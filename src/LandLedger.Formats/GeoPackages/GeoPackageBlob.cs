using LandLedger.Formats.Shapes;

namespace LandLedger.Formats.GeoPackages;

/// <summary>A geometry as GeoPackage stores it (OGC 12-128r18, 2.1.3): header with flags and box, then WKB.</summary>
public static class GeoPackageBlob
{
    private const int FixedBytes = 8;
    private const int ExtendedFlag = 0b0010_0000;
    private const int EmptyFlag = 0b0001_0000;

    /// <summary>Positions count from the first byte of the blob. The extended form of the header is unreadable by definition.</summary>
    public static ShapeReading Read(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < FixedBytes || blob[0] != 'G' || blob[1] != 'P' || blob[2] != 0)
        {
            return ShapeReading.Failed(ShapeReading.Unreadable, 0);
        }
        var flags = blob[3];
        var box = ((flags >> 1) & 0b111) switch
        {
            0 => 0,
            1 => 32,
            2 or 3 => 48,
            4 => 64,
            _ => -1,
        };
        if (box < 0 || (flags & ExtendedFlag) != 0 || blob.Length < FixedBytes + box)
        {
            return ShapeReading.Failed(ShapeReading.Unreadable, 3);
        }
        if ((flags & EmptyFlag) != 0)
        {
            return default;
        }
        var reading = WkbShape.Read(blob[(FixedBytes + box)..]);
        return reading.Trouble is null ? reading : reading with { Position = reading.Position + FixedBytes + box };
    }
}
