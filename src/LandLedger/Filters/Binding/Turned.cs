namespace LandLedger.Filters.Binding;

/// <summary>Predicates turned round where a literal stands before what is not one, so that stores look at one side only.</summary>
internal static class Turned
{
    public static Comparison Of(Comparison comparison) =>
        Constants.IsLiteral(comparison.Left) && !Constants.IsLiteral(comparison.Right)
            ? new(Of(comparison.Comparator), comparison.Right, comparison.Left)
            : comparison;

    public static SpatialPredicate Of(SpatialPredicate spatial) =>
        spatial is { Left: ShapeValue, Right: Property }
            ? new(Of(spatial.Relation), spatial.Right, spatial.Left)
            : spatial;

    private static Comparator Of(Comparator comparator) =>
        comparator switch
        {
            Comparator.Less => Comparator.Greater,
            Comparator.Greater => Comparator.Less,
            Comparator.LessOrEqual => Comparator.GreaterOrEqual,
            Comparator.GreaterOrEqual => Comparator.LessOrEqual,
            _ => comparator,
        };

    private static SpatialRelation Of(SpatialRelation relation) =>
        relation switch
        {
            SpatialRelation.Within => SpatialRelation.Contains,
            SpatialRelation.Contains => SpatialRelation.Within,
            _ => relation,
        };
}
