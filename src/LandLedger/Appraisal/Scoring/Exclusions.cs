namespace LandLedger.Appraisal.Scoring;

/// <summary>Judges the exclusions of a package on the last day of its year.</summary>
internal sealed class Exclusions(AppraisalPackage package, int year)
{
    private readonly DateOnly _yearEnd = new(year, 12, 31);

    /// <summary>
    /// Gives the reason of the first that holds, None where none does, and returns those that nobody could judge: whether they hold, or, of one that
    /// holds, whether its "unless" lifts it.
    /// </summary>
    public IReadOnlyList<ExclusionKind> Judge(FirmFigures firm, out AppraisalReason reason)
    {
        List<ExclusionKind>? open = null;
        foreach (var exclusion in package.Exclusions ?? [])
        {
            var past = exclusion.UnlessPastContract && firm.AgreedCompletion <= _yearEnd;
            var holds = Holds(exclusion, firm);
            if (past || holds == false)
                continue;
            if (holds is true)
            {
                reason = ReasonOf(exclusion.Kind);
                return exclusion.UnlessPastContract && firm.AgreedCompletion is null ? [exclusion.Kind] : [];
            }
            (open ??= []).Add(exclusion.Kind);
        }
        reason = AppraisalReason.None;
        return open ?? (IReadOnlyList<ExclusionKind>)[];
    }

    private bool? Holds(Exclusion exclusion, FirmFigures firm) =>
        exclusion.Kind switch
        {
            ExclusionKind.Sector => firm.Sector is null ? null : SectorCode.IsAmong(firm.Sector, exclusion.Sectors),
            ExclusionKind.UnderConstruction => firm.UnderConstruction,
            _ => firm.InProductionOn is { } day ? day.AddYears(exclusion.Years) > _yearEnd : null,
        };

    private static AppraisalReason ReasonOf(ExclusionKind kind) =>
        kind switch
        {
            ExclusionKind.Sector => AppraisalReason.SectorExcluded,
            ExclusionKind.UnderConstruction => AppraisalReason.UnderConstruction,
            _ => AppraisalReason.NewProduction,
        };
}
