using LandLedger.Fields;
using LandLedger.Ledger;

namespace LandLedger.Cases;

/// <summary>Steps as rows keep them, and back.</summary>
internal static class CaseSteps
{
    /// <summary>Those of a case; null where a row tells no step, or there is none.</summary>
    public static IReadOnlyList<CaseStep>? Of(CaseRow row)
    {
        var steps = new List<CaseStep>(row.Steps.Count);
        foreach (var step in row.Steps)
        {
            if (Of(step) is not { } read)
                return null;
            steps.Add(read);
        }
        return steps.Count > 0 ? steps : null;
    }

    public static StepRow Row(CaseStep step, int place, long entry, string? key) =>
        new()
        {
            Place = place,
            Entry = entry,
            Key = key,
            Kind = step.Kind,
            Day = step.Day,
            Who = step.Who,
            Role = CodeText.Of(step.Role),
            Reason = step.Reason,
            Facts = StepSaid.FactsText(step.Facts),
            Evidence = FileSaid.Text(step.Evidence),
            Unit = step.Responsible?.Unit,
            Person = step.Responsible?.Person,
        };

    private static CaseStep? Of(StepRow row) =>
        StepSaid.Facts(row.Facts) is not { } facts || FileSaid.Read(row.Evidence) is not { } evidence
            ? null
            : new()
            {
                Kind = row.Kind,
                Day = row.Day,
                Who = row.Who,
                Role = CodeText.Parse<Role>(row.Role),
                Reason = row.Reason,
                Facts = facts,
                Evidence = evidence,
                Responsible = row.Unit is null && row.Person is null ? null : new(row.Unit, row.Person),
            };
}
