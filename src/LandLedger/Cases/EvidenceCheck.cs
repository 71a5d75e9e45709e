namespace LandLedger.Cases;

/// <summary>Whether the files that a step gives as evidence (佐证材料) can be kept.</summary>
internal static class EvidenceCheck
{
    /// <summary>Files of a step at most.</summary>
    private const int Most = 20;

    private const int MiB = 1024 * 1024;

    /// <summary>The first that cannot, with its name and what may be; null where all can.</summary>
    public static StepRefusal? Of(CaseStep step)
    {
        if (step.Evidence.Count > Most)
            return new("evidence-many", "evidence") { Value = Fact.Of(Most, Unit.None) };
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in step.Evidence)
        {
            var code =
                !file.IsNamed ? "evidence-name"
                : !names.Add(file.Name) ? "evidence-twice"
                : file.Size == 0 ? "evidence-empty"
                : file.Size > Ledger.KeptFile.MostBytes ? "evidence-large"
                : null;
            if (code is not null)
                return new(code, "evidence")
                {
                    Value = Fact.Of(Ledger.KeptFile.MostBytes / MiB, Unit.None),
                    Words = [file.Name],
                };
        }
        return null;
    }
}
