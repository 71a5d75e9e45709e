namespace LandLedger.Cases;

/// <summary>Who is responsible (责任单位、责任人): a unit, a person, or both.</summary>
public sealed record Responsible(string? Unit, string? Person);
