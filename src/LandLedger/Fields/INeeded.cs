namespace LandLedger.Fields;

/// <summary>What a judgement needs and may not have: a field of the plot or a number of the rule package. Names are told apart by their ids.</summary>
public interface INeeded
{
    string Id { get; }
}
