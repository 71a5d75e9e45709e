using System.Collections.Concurrent;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;

namespace LandLedger.Office;

/// <summary>
/// What the office of a store keeps for its papers and periods (办公设置): templates and a working calendar. The last entry about each counts; nothing that
/// was kept is ever lost. Each change is one write transaction.
/// </summary>
public sealed class OfficeBook(IPlotStore store)
{
    // A digest has one calendar, whichever store keeps it.
    private static readonly ConcurrentDictionary<string, HolidayCalendar> Combined = new(StringComparer.Ordinal);

    /// <summary>The working calendar that counts: the years of the office's own, then those that come with LandLedger.</summary>
    /// <exception cref="StoreException">The ledger was altered.</exception>
    public static HolidayCalendar CalendarOf(ILedger ledger) =>
        Calendar(ledger) is { Own: var own }
            ? Combined.GetOrAdd(own.Text.Digest, _ => HolidayCalendar.Default.With(own))
            : HolidayCalendar.Default;

    /// <summary>The office's own calendar; null where it has none.</summary>
    /// <exception cref="StoreException">The ledger was altered.</exception>
    public static OfficeCalendar? Calendar(ILedger ledger) =>
        Last(ledger, Subject.Calendar) is { } entry && RulesSaid.Digest(entry.Says, RuleKind.Calendar) is { } digest
            ? new(
                new KeptRules(ledger).Calendar(digest) ?? throw LedgerEntry.Altered(entry.Number, entry.About),
                entry.Number,
                entry.At,
                entry.By
            )
            : null;

    /// <summary>The office's own template of a paper; null where it has none.</summary>
    /// <exception cref="StoreException">The ledger was altered.</exception>
    public static OfficeTemplate? Template(ILedger ledger, PaperKind kind) =>
        Last(ledger, Subject.Templates + CodeText.Of(kind)) is { } entry
        && OfficeSaid.Files(entry).FirstOrDefault() is { } file
            ? new(kind, file, entry.Number, entry.At, entry.By)
            : null;

    /// <summary>All of them, in the order of the kinds.</summary>
    public static IReadOnlyList<OfficeTemplate> Templates(ILedger ledger) =>
        [.. Enum.GetValues<PaperKind>().Select(kind => Template(ledger, kind)).OfType<OfficeTemplate>()];

    /// <summary>The bytes of a template.</summary>
    /// <exception cref="StoreException">file-damaged: they were altered.</exception>
    public MemoryStream Open(OfficeTemplate template)
    {
        var bytes = new MemoryStream();
        foreach (var part in template.File.Parts(store.Cases))
            bytes.Write(part.Span);
        bytes.Position = 0;
        return bytes;
    }

    /// <summary>Puts a template, of which the caller knows that it is one, in the place of the one before.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public void Put(PaperKind kind, KeptFile file, Stream content, StepRecording recording) =>
        Write(
            recording,
            (writing, pen) =>
            {
                file.Put(writing, () => content);
                pen.Tell(
                    EntryKind.Changed,
                    Subject.Templates + CodeText.Of(kind),
                    json => OfficeSaid.Write(json, file)
                );
            }
        );

    /// <summary>Puts the office's own calendar in the place of the one before.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public void Put(HolidayCalendar own, StepRecording recording) =>
        Write(
            recording,
            (_, pen) =>
            {
                if (!new KeptRules(store.Ledger).Has(own.Text))
                    pen.Keep(own.Text);
                pen.Tell(EntryKind.Changed, Subject.Calendar, json => OfficeSaid.Write(json, own.Text));
            }
        );

    /// <summary>Goes back to the template that comes with LandLedger; false where there is no other.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public bool RemoveTemplate(PaperKind kind, StepRecording recording) =>
        Remove(Subject.Templates + CodeText.Of(kind), recording);

    /// <summary>Goes back to the calendar that comes with LandLedger; false where there is no other.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public bool RemoveCalendar(StepRecording recording) => Remove(Subject.Calendar, recording);

    private bool Remove(string about, StepRecording recording)
    {
        if (Last(store.Ledger, about) is null)
            return false;
        Write(recording, (_, pen) => pen.Tell(EntryKind.Ended, about, _ => { }));
        return true;
    }

    private void Write(StepRecording recording, Action<ICaseWriting, CasePen> write)
    {
        using var writing = store.Cases.Begin();
        using var pen = new CasePen(writing, recording, recording.Today);
        if (writing.LastEntry?.Head.Number is not > 0)
            pen.Begin(store.Plots(new() { Shapes = true, Ended = true }), store.Firms());
        write(writing, pen);
        writing.Commit(recording.At);
    }

    /// <summary>What counts about a subject; null where nothing does, or no longer.</summary>
    private static LedgerEntry? Last(ILedger ledger, string about) =>
        ledger.About(about).Select(LedgerEntry.Of).LastOrDefault() is { Kind: not EntryKind.Ended } entry
            ? entry
            : null;
}
