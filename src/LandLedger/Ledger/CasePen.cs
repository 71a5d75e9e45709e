using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Merging;
using LandLedger.Rules;

namespace LandLedger.Ledger;

/// <summary>Writes a step of a case, and what follows from it for the plot, into store and ledger alike.</summary>
internal sealed class CasePen : IDisposable
{
    private readonly ICaseWriting _writing;
    private readonly EntryWriter _entries;

    /// <summary>Begins after the last entry of the store.</summary>
    /// <param name="since">The day of the step.</param>
    public CasePen(ICaseWriting writing, StepRecording recording, DateOnly since)
    {
        _writing = writing;
        _entries = new(
            new()
            {
                At = recording.At,
                Since = since,
                By = recording.By,
            },
            writing.LastEntry?.Head ?? LedgerHead.None,
            writing.LastEntry?.At ?? ""
        );
    }

    /// <summary>The number that the next entry has.</summary>
    public long Next => _entries.Head.Number + 1;

    /// <summary>Begins the ledger of a store that an older program filled.</summary>
    public void Begin(IEnumerable<Plot> plots, IEnumerable<Firm> firms)
    {
        foreach (var write in OpeningEntries.Of(plots, firms))
            Append(write(_entries));
    }

    /// <summary>Keeps a text of rules.</summary>
    public void Keep(RuleText text) =>
        Append(new(EntryKind.Kept, Subject.OfRules(text.Digest), null), text, RulesSaid.Write);

    /// <summary>Tells of something that the office keeps.</summary>
    public void Tell(EntryKind kind, string about, Action<Utf8JsonWriter> says) =>
        Append(new(kind, about, null), says, static (json, write) => write(json));

    /// <summary>Files a case whose last step is the one that is told.</summary>
    /// <param name="rules">By which it was taken.</param>
    public void Put(CaseRow filed, IReadOnlyList<RuleText> rules)
    {
        _writing.Put(filed);
        Append(
            new(EntryKind.Step, Subject.OfCase(filed.Number), null),
            (filed, rules),
            static (json, of) => StepSaid.Write(json, of.filed, of.rules)
        );
    }

    /// <summary>Lays a delay that a step established on the facts of the plot.</summary>
    public void Lay(Delay delay, Plot plot)
    {
        var laid = plot with { Delays = PartMerge.Lay(plot.Delays, delay, []) };
        var changes = new List<FactChange>();
        PartChanges.Add(changes, plot, laid);
        if (changes.Count == 0)
            return;
        _writing.Put(laid);
        Append(
            new(EntryKind.Changed, Subject.Of(plot), null),
            (changes, laid),
            static (json, of) => PlotMember.WriteChanged(json, of.changes, of.laid)
        );
    }

    public void Dispose() => _entries.Dispose();

    private void Append<T>(EntryHeading heading, T of, Action<Utf8JsonWriter, T> says) =>
        Append(_entries.Write(heading, of, says));

    private void Append(LedgerRow entry) =>
        _writing.Append(entry with { Bytes = entry.Bytes.ToArray() }, _entries.Head);
}
