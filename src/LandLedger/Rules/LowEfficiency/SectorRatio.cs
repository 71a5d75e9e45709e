using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>
/// Exempt from the floor-area ratio: a sector that may be built up less than the general floor, when it pays more tax per mu than a
/// mark. Which sectors may is for the county to give; without that nobody can tell once the tax is above the mark.
/// </summary>
public sealed class SectorRatio : IExemption
{
    private static readonly Field[] SectorField = [PlotFields.Sector];
    private static readonly NumberKey[] OwnFloor = [LowNumbers.SectorRatioFloor];
    private static readonly NumberKey[] GeneralFloor = [LowNumbers.FloorAreaRatioFloor];

    public string Id => "exempt.sector-ratio";

    public IReadOnlyList<NumberKey> Numbers { get; } =
    [LowNumbers.SectorRatioTax, LowNumbers.SectorRatioFloor, LowNumbers.FloorAreaRatioFloor];

    public bool AppliesTo(string rule) => rule.StartsWith("low.floor-area-ratio", StringComparison.Ordinal);

    public Outcome NoteDenied(Judgement judgement)
    {
        if (Applies.Number(judgement, LowNumbers.SectorRatioTax, Id, out var without) is not { } mark)
            return without.Not();
        var denied = TaxTest.NoteNotAbove(judgement, "low.exempt.sector-tax", mark.Value, mark.Source);
        return denied == Outcome.Met ? denied : denied.Or(NoteSectorDenied(judgement));
    }

    private Outcome NoteSectorDenied(Judgement judgement)
    {
        var clause = judgement.Clause(Id);
        var sector = judgement.Plot.Premises.Sector;
        var general = judgement.Numbers.Find(LowNumbers.FloorAreaRatioFloor);
        var own = judgement.Numbers.FindFor(LowNumbers.SectorRatioFloor, sector);
        if (own is null && sector is null && judgement.Numbers.IsBySector(LowNumbers.SectorRatioFloor))
            return judgement.Note(
                "low.exempt.sector-ratio",
                Outcome.Undetermined,
                default,
                default,
                clause,
                SectorField
            );
        if (own is null || general is null)
            return judgement.Note(
                "low.exempt.sector-number",
                Outcome.Undetermined,
                Fact.Of(sector),
                default,
                clause,
                own is null ? OwnFloor : GeneralFloor
            );
        return judgement.Note(
            "low.exempt.sector-ratio",
            Outcomes.Of(own.Value >= general.Value),
            Fact.Of(own.Value, Unit.Ratio),
            Fact.Of(general.Value, Unit.Ratio),
            clause
        );
    }
}
