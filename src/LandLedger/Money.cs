using System.Globalization;

namespace LandLedger;

/// <summary>
/// An amount of money (金额) in yuan, exact. 万元 and 亿元 come in by name, because that is where factors of ten thousand
/// get lost. <c>default</c> is zero. Rounding happens only in <see cref="ToYuan"/> and <see cref="ToWanYuan"/>.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(decimal yuan) => Yuan = yuan;

    public decimal Yuan { get; }

    public decimal WanYuan => Yuan / 10_000m;

    public static Money Zero => default;

    public static Money FromYuan(decimal yuan) => new(yuan);

    /// <summary>From 万元, ten thousand yuan.</summary>
    public static Money FromWanYuan(decimal wanYuan) => new(wanYuan * 10_000m);

    /// <summary>From 亿元, a hundred million yuan.</summary>
    public static Money FromYiYuan(decimal yiYuan) => new(yiYuan * 100_000_000m);

    /// <summary>Yuan to the fen, half up.</summary>
    public decimal ToYuan() => Rounding.HalfUp(Yuan, 2);

    /// <summary>万元 to so many decimals, half up.</summary>
    public decimal ToWanYuan(int decimals) => Rounding.HalfUp(WanYuan, decimals);

    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Yuan:0.####} yuan");

    public static Money operator +(Money left, Money right) => new(left.Yuan + right.Yuan);

    public static Money operator -(Money left, Money right) => new(left.Yuan - right.Yuan);

    public static Money operator *(Money left, decimal factor) => new(left.Yuan * factor);

    public static bool operator <(Money left, Money right) => left.Yuan < right.Yuan;

    public static bool operator >(Money left, Money right) => left.Yuan > right.Yuan;

    public static bool operator <=(Money left, Money right) => left.Yuan <= right.Yuan;

    public static bool operator >=(Money left, Money right) => left.Yuan >= right.Yuan;
}
