using System.Globalization;
using LandLedger.Formats.Text;

namespace LandLedger.Formats.BoundaryText;

internal enum PointTrouble
{
    None,
    Comma,
    Fields,
    Ring,
    Number,
}

/// <summary>One point: number, ring, X (northing), Y (easting) as the line has them, before anything is made of them.</summary>
internal readonly ref struct PointLine
{
    private PointLine(PointTrouble trouble, ReadOnlySpan<char> value, int column)
    {
        Trouble = trouble;
        Value = value;
        Column = column;
    }

    public PointTrouble Trouble { get; }

    /// <summary>What could not be read.</summary>
    public ReadOnlySpan<char> Value { get; }

    /// <summary>1-based field of the trouble.</summary>
    public int Column { get; }

    public ReadOnlySpan<char> Name { get; private init; }

    public int Ring { get; private init; }

    public double X { get; private init; }

    public double Y { get; private init; }

    /// <summary>Narrows full-width characters of the line in place.</summary>
    public static PointLine Read(Span<char> line)
    {
        FullWidth.NarrowButComma(line);
        if (line.Contains(FullWidth.Comma))
            return new(PointTrouble.Comma, line, 0);
        Span<Range> parts = stackalloc Range[6];
        ReadOnlySpan<char> text = line;
        if (text.Split(parts, ',') != 4)
            return new(PointTrouble.Fields, line, 0);
        var ring = text[parts[1]].Trim();
        if (!int.TryParse(ring, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new(PointTrouble.Ring, ring, 2);
        if (!TryNumber(text[parts[2]], out var x))
            return new(PointTrouble.Number, text[parts[2]].Trim(), 3);
        if (!TryNumber(text[parts[3]], out var y))
            return new(PointTrouble.Number, text[parts[3]].Trim(), 4);
        return new(PointTrouble.None, default, 0)
        {
            Name = text[parts[0]].Trim(),
            Ring = number,
            X = x,
            Y = y,
        };
    }

    // No exponents: a spreadsheet that wrote 4.05E+07 has lost the metres already.
    private static bool TryNumber(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign
                | NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out value
        ) && double.IsFinite(value);
}
