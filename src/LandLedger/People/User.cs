using LandLedger.Cases;

namespace LandLedger.People;

/// <summary>Who uses a ledger (用户): his name stands in what he writes, his role and scope bound what he may do and see.</summary>
/// <param name="Name">As entries of the ledger name him.</param>
public sealed record User(string Name, Role Role)
{
    /// <summary>The plots that he sees.</summary>
    public Scope Scope { get; init; } = Scope.All;
}
