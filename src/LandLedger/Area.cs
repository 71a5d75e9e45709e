using System.Globalization;

namespace LandLedger;

/// <summary>
/// An area (面积), held exactly as decimal mu. 1 m² is 0.0015 mu and 1 ha is 15 mu without remainder, so areas that
/// came in as m², ha or mu add up without loss. <c>default</c> is zero. Ordering and equality are by size. Rounding
/// happens only in <see cref="ToMu"/>. The way back to m² divides by 0.0015 and may end in a repeating fraction.
/// </summary>
public readonly record struct Area : IComparable<Area>
{
    private const decimal MuPerSquareMetre = 0.0015m;
    private const decimal MuPerHectare = 15m;

    private Area(decimal mu) => Mu = mu;

    public decimal Mu { get; }

    public decimal SquareMetres => Mu / MuPerSquareMetre;

    public decimal Hectares => Mu / MuPerHectare;

    public static Area Zero => default;

    public static Area FromMu(decimal mu) => new(mu);

    public static Area FromSquareMetres(decimal squareMetres) => new(squareMetres * MuPerSquareMetre);

    public static Area FromHectares(decimal hectares) => new(hectares * MuPerHectare);

    /// <summary>Mu to so many decimals, half up.</summary>
    public decimal ToMu(int decimals) => Rounding.HalfUp(Mu, decimals);

    public int CompareTo(Area other) => Mu.CompareTo(other.Mu);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mu:0.########} mu");

    public static Area operator +(Area left, Area right) => new(left.Mu + right.Mu);

    public static Area operator -(Area left, Area right) => new(left.Mu - right.Mu);

    public static bool operator <(Area left, Area right) => left.Mu < right.Mu;

    public static bool operator >(Area left, Area right) => left.Mu > right.Mu;

    public static bool operator <=(Area left, Area right) => left.Mu <= right.Mu;

    public static bool operator >=(Area left, Area right) => left.Mu >= right.Mu;
}
