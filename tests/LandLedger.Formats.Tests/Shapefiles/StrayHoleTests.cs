using System.Buffers.Binary;
using LandLedger.Formats.Shapefiles;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Shapefiles;

/// <summary>In a shapefile shells run clockwise and holes the other way; squares are "west south side", "-" before those that run as holes.</summary>
public sealed class StrayHoleTests
{
    [Theory]
    [InlineData("0 0 150, -500 0 30", "150 30")]
    [InlineData("-0 0 150, 500 0 30", "150 30")]
    [InlineData("0 0 150, -50 50 30", "150 30")]
    [InlineData("-0 0 150, 50 50 30", "150 30")]
    [InlineData("0 0 150, 500 0 30", "150, 30")]
    [InlineData("-0 0 150, -500 0 30", "150, 30")]
    [InlineData("0 0 150, -50 50 30, -60 60 10", "150 30, 10")]
    public void A_ring_that_runs_as_a_hole_and_lies_in_no_other_stays_a_hole(string rings, string parts)
    {
        var shape = Assert.Single(Read(rings.Split(", "))).Shape!;
        Assert.Equal(parts, string.Join(", ", shape.Parts.Select(part => string.Join(' ', part.Select(Side)))));
    }

    private static double Side(double[] ring) =>
        ring.Where((_, i) => i % 2 == 0).Max() - ring.Where((_, i) => i % 2 == 0).Min();

    private static List<RawRow> Read(string[] rings)
    {
        var folder = Directory.CreateTempSubdirectory("landledger-");
        var path = Path.Combine(folder.FullName, "a.shp");
        File.WriteAllBytes(path, Shp([.. rings.Select(Ring)]));
        using var file = ShapefileFile.Open(path);
        var rows = file.Rows().ToList();
        file.Dispose();
        folder.Delete(recursive: true);
        return rows;
    }

    private static double[] Ring(string square)
    {
        var said = square
            .TrimStart('-')
            .Split(' ')
            .Select(word => double.Parse(word, System.Globalization.CultureInfo.InvariantCulture));
        var (x, y, side) = said.ToArray() is [var west, var south, var width] ? (west, south, width) : default;
        return square.StartsWith('-')
            ? [x, y, x + side, y, x + side, y + side, x, y + side, x, y]
            : [x, y, x, y + side, x + side, y + side, x + side, y, x, y];
    }

    /// <summary>One record of a polygon, by the format's description: big-endian heads, little-endian shapes.</summary>
    private static byte[] Shp(double[][] rings)
    {
        var content = new List<byte>();
        Int(5);
        foreach (var bound in (double[])[-1000, -1000, 1000, 1000])
            Double(bound);
        Int(rings.Length);
        Int(rings.Sum(ring => ring.Length / 2));
        for (var i = 0; i < rings.Length; i++)
            Int(rings.Take(i).Sum(ring => ring.Length / 2));
        foreach (var number in rings.SelectMany(ring => ring))
            Double(number);

        var file = new byte[108 + content.Count];
        BinaryPrimitives.WriteInt32BigEndian(file, 9994);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(24), file.Length / 2);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(32), 5);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(100), 1);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(104), content.Count / 2);
        content.CopyTo(file, 108);
        return file;

        void Int(int number)
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            content.AddRange(bytes);
        }

        void Double(double number)
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
            content.AddRange(bytes);
        }
    }
}
