namespace LandLedger.Filters.Binding;

/// <summary>Arrays of literals as sets; arrays within them are sets too.</summary>
internal static class LiteralSets
{
    public static bool Holds(ArrayRelation relation, ListValue left, ListValue right) =>
        relation switch
        {
            ArrayRelation.Equals => Covers(left, right) && Covers(right, left),
            ArrayRelation.Contains => Covers(left, right),
            ArrayRelation.ContainedBy => Covers(right, left),
            _ => left.Items.Any(item => Has(right, item)),
        };

    private static bool Covers(ListValue whole, ListValue part) => part.Items.All(item => Has(whole, item));

    private static bool Has(ListValue list, Operand item) => list.Items.Any(other => Same(other, item));

    private static bool Same(Operand one, Operand other) =>
        one is ListValue a && other is ListValue b ? Covers(a, b) && Covers(b, a)
        : one is ShapeValue c && other is ShapeValue d ? ShapeRelation.Holds(SpatialRelation.Equals, c.Shape, d.Shape)
        : one.Equals(other);
}
