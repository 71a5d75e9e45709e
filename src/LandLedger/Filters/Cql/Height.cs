namespace LandLedger.Filters.Cql;

/// <summary>How many levels a tree has.</summary>
internal static class Height
{
    public static int Of(Operand operand)
    {
        var most = 0;
        foreach (var part in Parts.Of(operand))
            most = Math.Max(most, Of(part));
        return 1 + most;
    }
}
