using LandLedger.Cases.Needs;

namespace LandLedger.Cases;

/// <summary>
/// What a case holds of the deposit of a holder (保证金): <see cref="Held"/> is the sum of all that was held back, and what steps took out of it together
/// with <see cref="Left"/> makes that sum again.
/// </summary>
/// <param name="Taken">Each step that takes out of it, in the order of the procedure, with the sum of what it took; zero where it was not taken.</param>
public sealed record Deposit(Money Held, IReadOnlyList<(ProcedureStep Step, Money Sum)> Taken, Money Left)
{
    /// <summary>Null where no step of the case was about a deposit.</summary>
    internal static Deposit? Of(Case one)
    {
        var need = one.Procedure.Steps.SelectMany(step => step.Needs).OfType<Drawn>().FirstOrDefault();
        if (need is null || !one.Steps.Any(step => need.From.Concat(need.By).Any(name => name.Id == step.Kind)))
            return null;
        var (held, taken) = (need.Sum(one, need.From), need.Sum(one, need.By));
        return new(
            Money.FromYuan(held),
            [.. need.By.Select(name => (one.Procedure.FindStep(name.Id)!, Money.FromYuan(need.Sum(one, [name]))))],
            Money.FromYuan(held - taken)
        );
    }
}
