namespace LandLedger.Disposal;

/// <summary>The order of a list: what must be acted on first, then district (unknown last), plot number and county.</summary>
public sealed class DisposalOrder : IComparer<Evaluation>
{
    private DisposalOrder() { }

    public static DisposalOrder Instance { get; } = new();

    public int Compare(Evaluation? x, Evaluation? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = Rank(x.CountsAs).CompareTo(Rank(y.CountsAs));
        if (order == 0)
            order = (x.Plot.Zone is null).CompareTo(y.Plot.Zone is null);
        if (order == 0)
            order = string.CompareOrdinal(x.Plot.Zone, y.Plot.Zone);
        if (order == 0)
            order = string.CompareOrdinal(x.Plot.Number, y.Plot.Number);
        return order != 0 ? order : string.CompareOrdinal(x.Plot.County, y.Plot.County);
    }

    internal static int Rank(Category category) =>
        category switch
        {
            Category.Idle => 0,
            Category.UseChanged => 1,
            Category.LowEfficiency => 2,
            Category.Undetermined => 3,
            Category.NotSupplied => 4,
            Category.Reserve => 5,
            _ => 6,
        };
}
