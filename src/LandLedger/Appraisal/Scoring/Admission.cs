namespace LandLedger.Appraisal.Scoring;

/// <summary>Which firms are appraised, and in which group.</summary>
internal sealed class Admission
{
    private readonly AppraisalPackage _package;
    private readonly HashSet<string> _twice = new(StringComparer.Ordinal);
    private readonly Exclusions _exclusions;
    private readonly bool _asksScale;
    private readonly bool _asksTenancy;

    public Admission(AppraisalPackage package, int year, IReadOnlyList<FirmFigures> firms)
    {
        (_package, _exclusions) = (package, new(package, year));
        _asksScale = package.Groups.Any(group => group.AboveScale is not null);
        _asksTenancy = package.Groups.Any(group => group.Holders != GroupHolders.All);
        var seen = new HashSet<string>(firms.Count, StringComparer.Ordinal);
        foreach (var firm in firms)
        {
            if (!seen.Add(firm.Code))
                _twice.Add(firm.Code);
        }
    }

    /// <summary>The place of the group of a firm and the exclusions that nobody could judge, or what is said of a firm that is not taken.</summary>
    public (int Group, IReadOnlyList<ExclusionKind> Unjudged) Admit(FirmFigures firm, out FirmScore? refused)
    {
        refused = null;
        if (_twice.Contains(firm.Code))
        {
            refused = Refused(AppraisalOutcome.Ungraded, AppraisalReason.CodeTwice);
            return default;
        }
        var unjudged = _exclusions.Judge(firm, out var reason);
        if (reason != AppraisalReason.None)
        {
            refused = Refused(AppraisalOutcome.Excluded, reason) with { Unjudged = unjudged };
            return default;
        }
        var at = GroupOf(firm, out reason);
        if (at < 0)
        {
            refused = Refused(AppraisalOutcome.NoGroup, reason);
            return default;
        }
        var group = _package.Groups[at];
        if (Floor(group, firm) is { } below)
        {
            var outcome =
                below == AppraisalReason.LandFloor ? AppraisalOutcome.BelowLandFloor : AppraisalOutcome.Ungraded;
            refused = Refused(outcome, below) with { Group = group, Unjudged = unjudged };
        }
        return (at, unjudged);

        FirmScore Refused(AppraisalOutcome outcome, AppraisalReason why) =>
            new()
            {
                Firm = firm,
                Outcome = outcome,
                Reason = why,
            };
    }

    private int GroupOf(FirmFigures firm, out AppraisalReason reason)
    {
        reason =
            _asksScale && firm.AboveScale is null ? AppraisalReason.ScaleUnknown
            : _asksTenancy && firm.IsTenant is null ? AppraisalReason.TenancyUnknown
            : AppraisalReason.NoGroupFits;
        if (reason != AppraisalReason.NoGroupFits)
            return -1;
        for (var at = 0; at < _package.Groups.Count; at++)
        {
            var group = _package.Groups[at];
            if (group.AboveScale is { } above && above != firm.AboveScale)
                continue;
            if (group.Holders != GroupHolders.All && group.Holders == GroupHolders.Tenants != firm.IsTenant)
                continue;
            if (group.Sector is not { } sector || Takes(sector, firm))
                return at;
            if (sector.Codes is null ? firm.SectorGroup is null : firm.Sector is null)
                reason = AppraisalReason.SectorUnknown;
        }
        return -1;
    }

    private static bool Takes(SectorGroup group, FirmFigures firm) =>
        group.Codes is { } codes ? SectorCode.IsAmong(firm.Sector, codes) : group.Id == firm.SectorGroup;

    private static AppraisalReason? Floor(AppraisalGroup group, FirmFigures firm)
    {
        if (group.MinLand is not { } floor)
            return null;
        if (firm.Of(FirmFigure.Land) is not { } land)
            return AppraisalReason.LandUnknown;
        if (land < 0 || !FigureLimits.Allows(FirmFigure.Land, Math.Max(land, floor.Value)))
            return AppraisalReason.LandAbsurd;
        return land < floor.Value ? AppraisalReason.LandFloor : null;
    }
}
