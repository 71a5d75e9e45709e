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

    /// <summary>The place of the group of a firm, or -1 with the reason in its score.</summary>
    public int Admit(FirmFigures firm, out FirmScore score)
    {
        if (_twice.Contains(firm.Code))
            return Not(firm, AppraisalOutcome.Ungraded, AppraisalReason.CodeTwice, null, out score);
        var unjudged = _exclusions.Judge(firm, out var reason);
        if (reason != AppraisalReason.None)
        {
            Not(firm, AppraisalOutcome.Excluded, reason, null, out score);
            score = score with { Unjudged = unjudged };
            return -1;
        }
        if (_asksScale && firm.AboveScale is null)
            return Not(firm, AppraisalOutcome.NoGroup, AppraisalReason.ScaleUnknown, null, out score);
        if (_asksTenancy && firm.IsTenant is null)
            return Not(firm, AppraisalOutcome.NoGroup, AppraisalReason.TenancyUnknown, null, out score);
        var group = GroupOf(firm, out reason);
        if (group < 0)
            return Not(firm, AppraisalOutcome.NoGroup, reason, null, out score);
        if (Floor(_package.Groups[group], firm) is { } below)
            return Not(
                firm,
                below == AppraisalReason.LandFloor ? AppraisalOutcome.BelowLandFloor : AppraisalOutcome.Ungraded,
                below,
                _package.Groups[group],
                out score
            );
        score = new()
        {
            Firm = firm,
            Outcome = AppraisalOutcome.Ungraded,
            Group = _package.Groups[group],
            Unjudged = unjudged,
        };
        return group;
    }

    private int GroupOf(FirmFigures firm, out AppraisalReason reason)
    {
        reason = AppraisalReason.NoGroupFits;
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

    private static int Not(
        FirmFigures firm,
        AppraisalOutcome outcome,
        AppraisalReason reason,
        AppraisalGroup? group,
        out FirmScore score
    )
    {
        score = new()
        {
            Firm = firm,
            Outcome = outcome,
            Reason = reason,
            Group = group,
        };
        return -1;
    }
}
