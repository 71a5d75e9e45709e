namespace LandLedger;

/// <summary>
/// How the bits of a <see cref="Fact"/> are read: a day number, yes or no, or the digits of a number with so many decimals.
/// One object a form for all facts; only a number of more than 18 digits has a form of its own, which holds it.
/// </summary>
internal sealed class FactForm
{
    private const int Scales = 29;
    private const int ScaleShift = 16;
    private const int ScaleMask = 0xFF;

    public static readonly FactForm Date = new(FactKind.Date, Unit.None, 0, null);
    public static readonly FactForm Flag = new(FactKind.Flag, Unit.None, 0, null);

    private static readonly FactForm[] Numbers =
    [
        .. Enum.GetValues<Unit>()
            .SelectMany(unit =>
                Enumerable.Range(0, Scales).Select(scale => new FactForm(FactKind.Number, unit, (byte)scale, null))
            ),
    ];

    private readonly byte _scale;
    private readonly decimal? _large;

    private FactForm(FactKind kind, Unit unit, byte scale, decimal? large) =>
        (Kind, Unit, _scale, _large) = (kind, unit, scale, large);

    public FactKind Kind { get; }

    public Unit Unit { get; }

    public static FactForm Of(decimal number, Unit unit, out long bits)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        bits = (long)(uint)parts[0] | ((long)parts[1] << 32);
        if (parts[2] != 0 || bits < 0)
            return new(FactKind.Number, unit, 0, number);
        if (parts[3] < 0)
            bits = -bits;
        return Numbers[((int)unit * Scales) + ((parts[3] >> ScaleShift) & ScaleMask)];
    }

    public decimal NumberOf(long bits)
    {
        if (_large is { } large)
            return large;
        var digits = Math.Abs(bits);
        return new((int)digits, (int)(digits >> 32), 0, bits < 0, _scale);
    }
}
