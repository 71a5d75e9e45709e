namespace LandLedger.Tests;

public class AreaTests
{
    [Fact]
    public void A_hectare_is_fifteen_mu_and_ten_thousand_square_metres()
    {
        Assert.Equal(15m, Area.FromHectares(1).Mu);
        Assert.Equal(Area.FromHectares(1), Area.FromSquareMetres(10_000));
    }

    [Fact]
    public void Ten_thousand_areas_add_up_to_the_last_digit()
    {
        var sum = Enumerable.Range(0, 10_000).Aggregate(Area.Zero, (s, i) => s + Area.FromSquareMetres(i + 0.0001m));
        Assert.Equal(74_992.5m + 0.0015m, sum.Mu);
    }
}
