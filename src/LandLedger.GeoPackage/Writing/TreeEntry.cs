namespace LandLedger.GeoPackage.Writing;

/// <summary>One entry of the tree: a row, or a node of the level below, with its box as floats rounded outwards.</summary>
internal readonly record struct TreeEntry(long Id, float West, float East, float South, float North)
{
    /// <summary>Of a row without outline: it has no place in the tree.</summary>
    public bool IsEmpty => float.IsNaN(West);

    public static TreeEntry Of(long id, Import.Box? row) =>
        row is { } box
            ? new(id, Down(box.West), Up(box.East), Down(box.South), Up(box.North))
            : new(id, float.NaN, float.NaN, float.NaN, float.NaN);

    private static float Down(double value) => (float)value > value ? MathF.BitDecrement((float)value) : (float)value;

    private static float Up(double value) => (float)value < value ? MathF.BitIncrement((float)value) : (float)value;
}
