using LandLedger.Fields;
using LandLedger.Issuing;

namespace LandLedger.Ledger;

/// <summary>Issued lists as the entries of a ledger say them.</summary>
internal static class ListReplay
{
    /// <summary>In byte order of their numbers.</summary>
    /// <param name="recorded">By the entries up to this time (inclusive); by all when null.</param>
    public static IEnumerable<ListRow> Rows(ILedger ledger, DateTimeOffset? recorded = null)
    {
        foreach (var entries in Replay.Subjects(ledger, Subject.Lists, recorded))
        {
            if (entries[0].Kind == EntryKind.Issued)
                yield return Row(entries);
        }
    }

    /// <summary>An issued list as a store has it.</summary>
    /// <exception cref="Exception">It is of another shape (<see cref="SaidJson.IsUnreadable"/>).</exception>
    public static IssuedList List(ListRow row)
    {
        var number = ListNumber.Parse(row.Number) ?? throw new FormatException(row.Number);
        var list = ListSaid.Read(number, LedgerRow.Time(row.At), row.Entry, SaidJson.Of(row.Says));
        return list with
        {
            Steps = [.. row.Steps.Select(step => ListStepSaid.Read(SaidJson.Of(step.Says)).Step)],
            Entries = [.. row.Steps.Select(step => step.Entry)],
        };
    }

    private static ListRow Row(List<LedgerEntry> entries)
    {
        var issued = entries[0];
        var row = Of(issued);
        row = row with { Steps = [.. entries.Skip(1).Where(IsStep).Select((entry, i) => Step(entry, i + 1))] };
        return row with { State = CodeText.Of(List(row).State) };
    }

    private static bool IsStep(LedgerEntry entry) => entry.Kind == EntryKind.Step;

    private static ListRow Of(LedgerEntry issued)
    {
        var list = ListSaid.Read(ListNumber.Parse(Subject.ListOf(issued.About)!)!.Value, issued.At, 0, issued.Says);
        return Row(list, issued.Number, LedgerRow.Time(issued.At), issued.Says.GetRawText());
    }

    /// <summary>The row of a list without steps.</summary>
    public static ListRow Row(IssuedList list, long entry, string at, string says) =>
        new()
        {
            Number = list.Number.ToString(),
            Entry = entry,
            At = at,
            Key = list.Key,
            AsOf = list.AsOf,
            Package = list.Package,
            Version = list.Version,
            Rows = list.Rows,
            Sha256 = list.Sha256,
            State = CodeText.Of(list.State),
            Says = says,
        };

    public static ListStepRow Step(LedgerEntry entry, int place)
    {
        var (step, key) = ListStepSaid.Read(entry.Says);
        return new()
        {
            Place = place,
            Entry = entry.Number,
            Key = key,
            Kind = CodeText.Of(step.Kind),
            Day = step.Day,
            Row = step.Row,
            Says = entry.Says.GetRawText(),
        };
    }
}
