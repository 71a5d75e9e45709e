namespace LandLedger.Cases;

/// <summary>Whether a step says that a plot is not mortgaged, of which the ledger knows better.</summary>
internal static class ChargeCheck
{
    /// <summary>Id of the fact that says whether the plot is mortgaged.</summary>
    private const string Mortgaged = "mortgaged";

    /// <summary>A refusal that names the mortgages that stand on the day of the step, else those of which nobody can tell.</summary>
    /// <param name="plot">As the ledger has it; null where it has none.</param>
    public static StepRefusal? Of(CaseStep step, Plot? plot)
    {
        if (plot is null || step.Fact(Mortgaged).Flag != false)
            return null;
        return Refusal("charge-stands", true) ?? Refusal("charge-unsure", null);

        StepRefusal? Refusal(string code, bool? stands)
        {
            List<string> named =
            [
                .. plot
                    .Charges.Where(charge => charge.StandsOn(step.Day) == stands)
                    .Select(charge =>
                        string.Join(' ', ((string?[])[charge.Certificate, charge.Mortgagee]).OfType<string>())
                    ),
            ];
            return named.Count == 0 ? null : new(code, "facts." + Mortgaged) { Words = named };
        }
    }
}
