namespace LandLedger.Filters.Binding;

internal static class Comparators
{
    /// <param name="order">Below 0 when the left side comes first, 0 when both are equal, above 0 when the right one does.</param>
    public static bool Hold(Comparator comparator, int order) =>
        comparator switch
        {
            Comparator.Equal => order == 0,
            Comparator.NotEqual => order != 0,
            Comparator.Less => order < 0,
            Comparator.Greater => order > 0,
            Comparator.LessOrEqual => order <= 0,
            _ => order >= 0,
        };
}
