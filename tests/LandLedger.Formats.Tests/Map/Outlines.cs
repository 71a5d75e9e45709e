using System.Buffers.Binary;
using LandLedger.Geometry;

namespace LandLedger.Formats.Tests.Map;

/// <summary>Outlines as a store hands them out: little-endian WKB, shells counter-clockwise, holes clockwise.</summary>
internal static class Outlines
{
    public static readonly double[] Shell = [115, 26, 115.01, 26, 115.01, 26.01, 115, 26.01, 115, 26];

    public static readonly double[] Hole =
    [
        115.002,
        26.002,
        115.002,
        26.004,
        115.004,
        26.004,
        115.004,
        26.002,
        115.002,
        26.002,
    ];

    public static PlotShape Polygon(params double[][] rings) => Of(PolygonBytes(rings), rings);

    public static PlotShape MultiPolygon(params double[][] shells)
    {
        var bytes = new List<byte> { 1 };
        Add(bytes, 6);
        Add(bytes, shells.Length);
        foreach (var shell in shells)
            bytes.AddRange(PolygonBytes(shell));
        return Of([.. bytes], shells);
    }

    private static byte[] PolygonBytes(params double[][] rings)
    {
        var bytes = new List<byte> { 1 };
        Add(bytes, 3);
        Add(bytes, rings.Length);
        foreach (var ring in rings)
        {
            Add(bytes, ring.Length / 2);
            foreach (var number in ring)
            {
                var eight = new byte[8];
                BinaryPrimitives.WriteDoubleLittleEndian(eight, number);
                bytes.AddRange(eight);
            }
        }
        return [.. bytes];
    }

    private static PlotShape Of(byte[] wkb, double[][] rings)
    {
        var x = rings.SelectMany(ring => ring.Where((_, i) => i % 2 == 0)).DefaultIfEmpty(double.NaN).ToArray();
        var y = rings.SelectMany(ring => ring.Where((_, i) => i % 2 == 1)).DefaultIfEmpty(double.NaN).ToArray();
        return new(wkb, "EPSG:4526", x.Min(), y.Min(), x.Max(), y.Max());
    }

    private static void Add(List<byte> bytes, int number)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, number);
        bytes.AddRange(four);
    }
}
