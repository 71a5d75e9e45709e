using System.Collections.Immutable;
using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Disposal;

/// <summary>
/// From cause and length of idleness to measures, Order 53 arts 5, 12 and 14:
/// <list type="table">
/// <item><term>holder, under two years</term><description>idle fee</description></item>
/// <item><term>holder, two years</term><description>recover without compensation</description></item>
/// <item><term>authority, force majeure</term><description>the list of art. 12</description></item>
/// <item><term>not established</term><description>investigate; then either of the above, each if its cause is found; fee and recovery both where delays are open</description></item>
/// <item><term>partly developed, stopped</term><description>the list of art. 12; neither fee nor recovery without compensation</description></item>
/// </list>
/// A swap needs a change of plan. That art. 12 is for land partly developed, too, is to be verified, and so is each of its measures there. Lists that are the same for many plots are made once.
/// </summary>
internal sealed class IdleMeasures
{
    private readonly Threshold? _fee;
    private readonly LawReference _feeClause;
    private readonly ImmutableArray<Measure> _investigate;
    private readonly ImmutableArray<Measure> _takeBack;
    private readonly ImmutableArray<Measure> _takeBackIf;
    private readonly ImmutableArray<Measure>[] _agree;
    private readonly ImmutableArray<Measure>[] _agreeIf;
    private readonly ImmutableArray<Measure>[] _partly;

    public IdleMeasures(Thresholds numbers)
    {
        _fee = numbers.Find(LawNumbers.FeeShare);
        _feeClause = numbers.Clause("measure.idle-fee", _fee);
        var takeBack = numbers.Clause("measure.recover-without-compensation", numbers.Find(LawNumbers.TakeBackYears));
        _investigate = [new(MeasureKind.Investigate, numbers.Clause("measure.investigate"))];
        _takeBack = [new(MeasureKind.RecoverWithoutCompensation, takeBack)];
        _takeBackIf = [new(MeasureKind.RecoverWithoutCompensation, takeBack, Cause.Holder)];
        var agree = Article12(numbers, null);
        _agree = [agree[..^1], agree];
        var ifAuthority = Article12(numbers, Cause.Authority);
        _agreeIf = [ifAuthority[..^1], ifAuthority];
        var partly = numbers.Clause("measure.partly-developed").Trust;
        ImmutableArray<Measure> resting =
        [
            .. agree.Select(measure => measure with { Clause = measure.Clause with { Trust = partly } }),
        ];
        _partly = [resting[..^1], resting];
    }

    /// <summary>Keys of all clauses that idle measures rest on; a rule that finds idle land lists them.</summary>
    public static IReadOnlyList<string> Clauses { get; } =
    [
        "measure.investigate",
        "measure.idle-fee",
        "measure.recover-without-compensation",
        "measure.extend-start",
        "measure.adjust-use",
        "measure.temporary-use",
        "measure.recover-by-agreement",
        "measure.swap",
        "measure.partly-developed",
        "measure.deadline-to-build",
    ];

    public ImmutableArray<Measure> Of(Plot plot, Idleness idle)
    {
        var open = idle.Cause == Cause.NotEstablished;
        var swap = DelayLaw.HasPlanChange(plot.Delays, establishedOnly: !open) ? 1 : 0;
        if (idle.PartlyDeveloped)
            return open ? [.. _investigate, .. _partly[swap]] : _partly[swap];
        return idle.Cause switch
        {
            Cause.Holder => idle.TakeBackDue ? _takeBack : [Fee(plot, null)],
            Cause.NotEstablished => idle.TakeBackDue
                ? [.. _investigate, .. _takeBackIf, .. _agreeIf[swap]]
                :
                [
                    .. _investigate,
                    Fee(plot, Cause.Holder),
                    .. idle.TakeBackOpen ? _takeBackIf : [],
                    .. _agreeIf[swap],
                ],
            _ => _agree[swap],
        };
    }

    private Measure Fee(Plot plot, Cause? ifCause)
    {
        var (amount, missing) = IdleFee.Of(plot, _fee);
        return new(MeasureKind.IdleFee, _feeClause, ifCause, amount)
        {
            Missing = missing,
            Share = amount is null ? null : _fee!.Value,
        };
    }

    /// <summary>Swap stands last, so that it can be left off.</summary>
    private static ImmutableArray<Measure> Article12(Thresholds numbers, Cause? ifCause) =>
        [
            new(MeasureKind.ExtendStart, numbers.Clause("measure.extend-start"), ifCause),
            new(MeasureKind.AdjustUse, numbers.Clause("measure.adjust-use"), ifCause),
            new(MeasureKind.TemporaryUse, numbers.Clause("measure.temporary-use"), ifCause),
            new(MeasureKind.RecoverByAgreement, numbers.Clause("measure.recover-by-agreement"), ifCause),
            new(MeasureKind.Swap, numbers.Clause("measure.swap"), ifCause),
        ];
}
