using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>A step of building that comes once (节点), with the two fields that tell of it and what to ask for where they do not.</summary>
internal sealed class Milestone
{
    public static readonly Milestone Permit = new(PlotFields.Permit, PlotFields.PermitOn);
    public static readonly Milestone Begun = new(PlotFields.Begun, PlotFields.BegunOn);
    public static readonly Milestone Completed = new(PlotFields.Completed, PlotFields.CompletedOn);
    public static readonly Milestone InProduction = new(PlotFields.InProduction, PlotFields.InProductionOn);

    private Milestone(Field flag, Field day) =>
        (Flag, Day, Unrecorded, Undated, Unseen, Contradiction) = (
            flag,
            day,
            [flag],
            [day],
            [flag, PlotFields.ObservedOn],
            [flag, day]
        );

    public Field Flag { get; }

    public Field Day { get; }

    /// <summary>Nobody wrote down whether it came.</summary>
    public IReadOnlyList<Field> Unrecorded { get; }

    /// <summary>It came, on a day that nobody wrote down.</summary>
    public IReadOnlyList<Field> Undated { get; }

    /// <summary>Somebody has to look again.</summary>
    public IReadOnlyList<Field> Unseen { get; }

    /// <summary>Yes or no and the day cannot both be right.</summary>
    public IReadOnlyList<Field> Contradiction { get; }
}
