namespace LandLedger.Acreage;

/// <summary>
/// How many plots and how many mu, exact, by both areas: what the papers say (文件面积) and what the boundaries give in the plane of
/// their zones (量算面积). Plots that lack one of them are counted beside it: that sum is then the sum of the others.
/// </summary>
public readonly record struct AcreageSum(int Plots, Area Stated, int WithoutStated, Area Measured, int WithoutMeasured)
{
    public static AcreageSum Of(Plot plot) =>
        new(
            1,
            plot.StatedArea ?? default,
            plot.StatedArea is null ? 1 : 0,
            plot.Measured?.Plane ?? default,
            plot.Measured is null ? 1 : 0
        );

    public static AcreageSum operator +(AcreageSum left, AcreageSum right) =>
        new(
            left.Plots + right.Plots,
            left.Stated + right.Stated,
            left.WithoutStated + right.WithoutStated,
            left.Measured + right.Measured,
            left.WithoutMeasured + right.WithoutMeasured
        );
}
