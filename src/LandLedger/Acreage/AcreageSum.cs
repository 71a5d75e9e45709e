namespace LandLedger.Acreage;

/// <summary>
/// How many plots and how many mu, exact. <see cref="Mu"/> takes the measured area of a plot and, where it has no boundary, the
/// stated one; the two kinds are also summed apart. <see cref="WithoutArea"/> counts plots that have neither: the sum is then
/// a lower bound.
/// </summary>
public readonly record struct AcreageSum(int Plots, Area Mu, Area Stated, Area Measured, int WithoutArea)
{
    public static AcreageSum Of(Plot plot)
    {
        var measured = plot.Measured?.Plane;
        var area = measured ?? plot.StatedArea;
        return new(1, area ?? default, plot.StatedArea ?? default, measured ?? default, area is null ? 1 : 0);
    }

    public static AcreageSum operator +(AcreageSum left, AcreageSum right) =>
        new(
            left.Plots + right.Plots,
            left.Mu + right.Mu,
            left.Stated + right.Stated,
            left.Measured + right.Measured,
            left.WithoutArea + right.WithoutArea
        );
}
