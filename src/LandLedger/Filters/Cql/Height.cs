namespace LandLedger.Filters.Cql;

/// <summary>How many levels a tree has.</summary>
internal static class Height
{
    public static int Of(Operand? operand) => operand is null ? 0 : 1 + OfParts(operand);

    private static int OfParts(Operand operand) =>
        operand switch
        {
            And and => Of(and.Terms),
            Or or => Of(or.Terms),
            Not not => Of(not.Term),
            Comparison(_, var left, var right) => Of([left, right]),
            Like like => Of(like.Text),
            Between(var value, var low, var high) => Of([value, low, high]),
            In(var value, var items) => Math.Max(Of(value), Of(items)),
            IsNull isNull => Of(isNull.Value),
            SpatialPredicate(_, var left, var right) => Of([left, right]),
            TemporalPredicate(_, var left, var right) => Of([left, right]),
            ArrayPredicate(_, var left, var right) => Of([left, right]),
            ListValue list => Of(list.Items),
            Folded folded => Of(folded.Text),
            Arithmetic(_, var left, var right) => Of([left, right]),
            _ => 0,
        };

    private static int Of(Operands operands)
    {
        var most = 0;
        foreach (var operand in operands)
            most = Math.Max(most, Of(operand));
        return most;
    }
}
