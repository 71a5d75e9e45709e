using System.Numerics;

namespace LandLedger.Metrics;

/// <summary>A decimal as a whole number of units of 10⁻ˢᶜᵃˡᵉ, so that splitting and adding lose nothing and never overflow.</summary>
internal readonly record struct ExactAmount(BigInteger Units, int Scale)
{
    private const int MantissaBits = 96;

    public static ExactAmount Zero => default;

    public static ExactAmount From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var units = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new(bits[3] < 0 ? -units : units, value.Scale);
    }

    /// <summary>The same amount in units at least as fine as asked for.</summary>
    public ExactAmount AtLeast(int scale) =>
        scale <= Scale ? this : new(Units * BigInteger.Pow(10, scale - Scale), scale);

    /// <summary>The decimal, or null when it has more digits than a decimal holds.</summary>
    public decimal? ToDecimal()
    {
        var (units, scale) = (Units, Scale);
        while (scale > 0 && units % 10 == 0)
            (units, scale) = (units / 10, scale - 1);
        var size = BigInteger.Abs(units);
        if (size.GetBitLength() > MantissaBits || scale > 28)
            return null;
        var low = (ulong)(size & ulong.MaxValue);
        return new decimal(
            (int)(uint)low,
            (int)(uint)(low >> 32),
            (int)(uint)(size >> 64),
            units.Sign < 0,
            (byte)scale
        );
    }

    /// <summary>
    /// Cuts the amount by weights into parts of the same unit that add up to it exactly: each part is rounded towards zero, then the units
    /// left over go to the parts that lost most; of equals, to the one that comes first.
    /// </summary>
    /// <param name="weights">None negative, at least one positive.</param>
    public ExactAmount[] Split(IReadOnlyList<decimal> weights)
    {
        var finest = weights.Max(weight => weight.Scale);
        var whole = weights.Select(weight => From(weight).AtLeast(finest).Units).ToArray();
        var total = whole.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        var size = BigInteger.Abs(Units);
        var parts = whole.Select(weight => size * weight / total).ToArray();
        var left = (int)(size - parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part));
        var losers = Enumerable.Range(0, parts.Length).OrderByDescending(i => size * whole[i] % total).Take(left);
        foreach (var i in losers)
            parts[i]++;
        var (sign, scale) = (Units.Sign, Scale);
        return [.. parts.Select(part => new ExactAmount(part * sign, scale))];
    }

    public static ExactAmount operator +(ExactAmount left, ExactAmount right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new(left.AtLeast(scale).Units + right.AtLeast(scale).Units, scale);
    }
}
