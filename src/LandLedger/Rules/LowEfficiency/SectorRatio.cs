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
        if (judgement.Numbers.For(LowNumbers.SectorRatioTax, judgement.Plot.Premises.Sector).Lowest is null)
            return ByNumber.NoteNone(judgement, LowNumbers.SectorRatioTax, Id).Not();
        var denied = ByNumber.Note(
            judgement,
            LowNumbers.SectorRatioTax,
            Id,
            static (judgement, _, mark) =>
                TaxTest.NoteNotAbove(judgement, "low.exempt.sector-tax", mark.Value, mark.Source)
        );
        return denied == Outcome.Met ? denied : denied.Or(NoteSectorDenied(judgement));
    }

    private Outcome NoteSectorDenied(Judgement judgement)
    {
        var clause = judgement.Clause(Id);
        var sector = judgement.Plot.Premises.Sector;
        var general = judgement.Numbers.Find(LowNumbers.FloorAreaRatioFloor);
        var own = judgement.Numbers.For(LowNumbers.SectorRatioFloor, sector);
        if (own.Lowest is not { } lowest || own.Highest is not { } highest || general is null)
            return judgement.Note(
                "low.exempt.sector-number",
                Outcome.Undetermined,
                Fact.Of(sector),
                default,
                clause,
                own.Lowest is null ? OwnFloor : GeneralFloor
            );
        var denied = lowest.Value >= general.Value;
        return own.Gap || denied != highest.Value >= general.Value
            ? judgement.Note("low.exempt.sector-ratio", Outcome.Undetermined, default, default, clause, SectorField)
            : judgement.Note(
                "low.exempt.sector-ratio",
                Outcomes.Of(denied),
                Fact.Of(lowest.Value, Unit.Ratio),
                Fact.Of(general.Value, Unit.Ratio),
                clause
            );
    }
}
