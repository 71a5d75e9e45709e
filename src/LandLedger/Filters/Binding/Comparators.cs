namespace LandLedger.Filters.Binding;

/// <summary>What comparisons mean.</summary>
internal static class Comparators
{
    /// <summary>Whether two values in that order compare so.</summary>
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
