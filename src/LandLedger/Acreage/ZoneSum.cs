using LandLedger.Import;

namespace LandLedger.Acreage;

/// <summary>The plots of one zone (片区), added up.</summary>
/// <param name="WithoutOutline">Plots of it that have no outline.</param>
/// <param name="Extent">The box of the outlines of its plots, in degrees; null while none has one. It is no border of the zone.</param>
public sealed record ZoneSum(ZoneKey Key, AcreageSum Sum, int WithoutOutline, Box? Extent)
{
    public static ZoneSum operator +(ZoneSum left, ZoneSum right) =>
        left with
        {
            Sum = left.Sum + right.Sum,
            WithoutOutline = left.WithoutOutline + right.WithoutOutline,
            Extent = left.Extent is { } a && right.Extent is { } b ? Around(a, b) : left.Extent ?? right.Extent,
        };

    private static Box Around(Box a, Box b) =>
        new(Math.Min(a.West, b.West), Math.Min(a.South, b.South), Math.Max(a.East, b.East), Math.Max(a.North, b.North));
}
