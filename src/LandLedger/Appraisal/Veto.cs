using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>
/// An event that sets the grade (一票否决), whatever the points: one established in the year appraised or in the years before it, <see cref="Years"/> in
/// all. A firm that has a worse grade keeps it. The firm keeps its place, so no other firm moves up.
/// </summary>
public sealed record Veto(EventKind Event, Grade Grade, int Years, Trust Trust)
{
    internal bool Hits(FirmFigures firm, int year)
    {
        foreach (var happened in firm.Events)
        {
            if (happened.Kind == Event && happened.Year <= year && happened.Year > year - Years)
                return true;
        }
        return false;
    }
}
