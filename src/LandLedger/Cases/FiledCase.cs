using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Cases;

/// <summary>A case in a store.</summary>
/// <param name="Entries">Of each step the number of its entry in the ledger.</param>
public sealed record FiledCase(CaseNumber Number, Case Case, IReadOnlyList<long> Entries)
{
    /// <summary>The case that a row tells of.</summary>
    /// <param name="procedures">Those at hand.</param>
    /// <exception cref="StoreException">
    /// case-procedure: the version of its procedure is not at hand; case-damaged: somebody altered the row.
    /// </exception>
    internal static FiledCase Of(CaseRow row, Procedures procedures)
    {
        if (CaseNumber.Parse(row.Number) is not { } number)
            throw Trouble("case-damaged", row);
        if (procedures.Find(row.Procedure, row.Version) is not { } procedure)
            throw Trouble("case-procedure", row);
        return Replayed(row, procedure) is { } replayed
            ? new(number, replayed, [.. row.Steps.Select(step => step.Entry)])
            : throw Trouble("case-damaged", row);
    }

    /// <summary>As it stood at the close of a day; null where it was not open yet.</summary>
    internal FiledCase? On(DateOnly day)
    {
        var taken = Case.Steps.Count;
        while (taken > 0 && Case.Steps[taken - 1].Day > day)
            taken--;
        return First(taken);
    }

    /// <summary>As it stood after so many steps; null before the first.</summary>
    internal FiledCase? First(int taken) =>
        taken == Case.Steps.Count ? this
        : taken == 0 ? null
        : new(Number, Case.Replay(Case.Plot, Case.Procedure, Case.Steps.Take(taken)).Case!, [.. Entries.Take(taken)]);

    /// <summary>The step that set a mark, with its entry; null where the mark is not set.</summary>
    internal (CaseNumber Case, CaseStep Step, long Entry)? Marked(string mark)
    {
        if (Case.Marks.GetValueOrDefault(mark) is not { } step)
            return null;
        var place = Case.Steps.Index().Last(taken => ReferenceEquals(taken.Item, step)).Index;
        return (Number, step, Entries[place]);
    }

    /// <summary>Null where the steps cannot have been taken like that.</summary>
    internal static Case? Replayed(CaseRow row, Procedure procedure)
    {
        var steps = row.Steps.Select(StepOf).ToList();
        return steps.Contains(null) ? null : Case.Replay(row.Plot, procedure, steps.OfType<CaseStep>()).Case;
    }

    /// <summary>The row of a case, its steps as those before and the last one.</summary>
    internal static CaseRow Row(CaseNumber number, Case now, IEnumerable<StepRow> steps) =>
        new()
        {
            Number = number.ToString(),
            Plot = now.Plot,
            Procedure = now.Procedure.Id,
            Version = now.Procedure.Version,
            State = now.State.Id,
            IsClosed = now.IsClosed,
            Opened = now.Steps[0].Day,
            LastDay = now.Steps[^1].Day,
            Steps = [.. steps],
        };

    internal static StepRow Row(CaseStep step, int place, long entry, string? key) =>
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
            Unit = step.Responsible?.Unit,
            Person = step.Responsible?.Person,
        };

    private static CaseStep? StepOf(StepRow row) =>
        StepSaid.Facts(row.Facts) is not { } facts
            ? null
            : new()
            {
                Kind = row.Kind,
                Day = row.Day,
                Who = row.Who,
                Role = CodeText.Parse<Role>(row.Role),
                Reason = row.Reason,
                Facts = facts,
                Responsible = row.Unit is null && row.Person is null ? null : new(row.Unit, row.Person),
            };

    private static StoreException Trouble(string code, CaseRow row) =>
        new(
            code,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["number"] = row.Number,
                ["procedure"] = row.Procedure,
                ["version"] = row.Version,
            }
        );
}
