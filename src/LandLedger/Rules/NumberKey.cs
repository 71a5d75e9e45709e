namespace LandLedger.Rules;

/// <summary>
/// A number that somebody reads from the packages: its id and the unit it must have. A rule that names a required number is
/// refused by the loader when the package has none.
/// </summary>
public sealed record NumberKey(string Id, Unit Unit, bool Required = true);
