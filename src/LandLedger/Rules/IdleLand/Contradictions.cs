using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>Facts of building that cannot both be right, two and two, whatever the day judged. What hangs on numbers of law is left to the rules.</summary>
internal static class Contradictions
{
    public static IReadOnlyList<(Field One, Field Other)> Of(Progress progress)
    {
        List<(Field, Field)>? found = null;
        var begun = Happened.Begun(progress);
        Look(begun);
        Look(Happened.Permit(progress));
        Look(Happened.Completed(progress));
        Look(Happened.InProduction(progress));
        if (begun is { Flag: false, On: null } && Denying(progress, begun) is { } other)
            (found ??= []).Add((begun.Field, other));
        if (Stop.Contradiction(progress) is [var flag, var day])
            (found ??= []).Add((flag, day));
        return found ?? (IReadOnlyList<(Field, Field)>)[];

        static Field? Denying(Progress progress, Happened begun) =>
            Beginning.Denying(progress, begun, DateOnly.MaxValue)
            ?? (
                Happened.Permit(progress).By(begun.Seen ?? DateOnly.MaxValue) == Outcome.Met
                    ? Groundwork.Finished(progress)
                    : null
            );

        void Look(in Happened record)
        {
            if (record.IsContradictory)
                (found ??= []).Add((record.Milestone.Flag, record.Milestone.Day));
        }
    }
}
