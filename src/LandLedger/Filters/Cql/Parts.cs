namespace LandLedger.Filters.Cql;

/// <summary>What an operand is made of, one level down.</summary>
internal static class Parts
{
    public static IEnumerable<Operand> Of(Operand operand) =>
        operand switch
        {
            And and => and.Terms,
            Or or => or.Terms,
            Not not => [not.Term],
            Comparison(_, var left, var right) => [left, right],
            Like like => [like.Text, like.Pattern],
            Between(var value, var low, var high) => [value, low, high],
            In(var value, var items) => [value, .. items],
            IsNull isNull => [isNull.Value],
            SpatialPredicate(_, var left, var right) => [left, right],
            TemporalPredicate(_, var left, var right) => [left, right],
            ArrayPredicate(_, var left, var right) => [left, right],
            IntervalValue(var start, var end) => new[] { start, end }.OfType<Operand>(),
            ListValue list => list.Items,
            Folded folded => [folded.Text],
            Arithmetic(_, var left, var right) => [left, right],
            _ => [],
        };
}
