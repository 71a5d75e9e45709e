using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>
/// Writes the entries of one write transaction, and with them what concerns whole records: firms, and keys that become others. What is told
/// and what the transaction leaves behind must be the same: <see cref="ProjectionCheck"/> holds one against the other.
/// </summary>
internal sealed class LedgerPen : IDisposable
{
    private readonly IImport _import;
    private readonly EntryQueue _entries;

    public LedgerPen(IImport import, Recording recording)
    {
        _import = import;
        var last = import.LastEntry;
        _entries = new(new(recording, last?.Head ?? LedgerHead.None, last?.At ?? ""), import.Append);
    }

    /// <summary>Begins the ledger of a store that an older program filled: what it holds is where the entries to come begin.</summary>
    public void Open(IEnumerable<Plot> plots, IEnumerable<Firm> firms)
    {
        foreach (var write in OpeningEntries.Of(plots, firms))
            _entries.Add(write);
    }

    /// <summary>Tells that a plot is new, or has ended, or what was changed in it.</summary>
    /// <param name="now">The plot as it is now; asked for only where more than single facts changed.</param>
    public void Tell(PlotKey key, PlotChange change, Func<Plot> now)
    {
        var heading = new EntryHeading(
            change.Kind switch
            {
                ChangeKind.Added => EntryKind.Added,
                ChangeKind.Ended => EntryKind.Ended,
                _ => EntryKind.Changed,
            },
            Subject.Of(key),
            new(change.File, change.Line, change.Plot)
        );
        if (change.Kind == ChangeKind.Added)
            Append(heading, now(), PlotMember.WriteWhole);
        else
            Append(
                heading,
                (change.Facts, Plot: PlotMember.TouchesParts(change.Facts) ? now() : null),
                static (json, of) => PlotMember.WriteChanged(json, of.Facts, of.Plot)
            );
    }

    /// <summary>Gives a plot of the store its county: what is known of it goes on under its new key.</summary>
    public void Move(Plot plot, string county, RawPlace from)
    {
        _import.Move(new(plot.County, plot.Number), county);
        var moved = plot with { County = county };
        var (before, after) = (Subject.Of(plot), Subject.Of(moved));
        GoOn(new(EntryKind.Moved, before, from) { Into = after });
        Append(new(EntryKind.Moved, after, from) { Was = before }, moved, PlotMember.WriteWhole);
    }

    public void Put(Firm firm, EntryKind kind, RawPlace from)
    {
        _import.Put(firm);
        Append(new(kind, Subject.OfFirm(firm.Key), from), firm, FirmSaid.Write);
    }

    /// <summary>Makes one firm of two.</summary>
    public void Join(string key, Firm into, RawPlace from)
    {
        _import.Join(key, into);
        var (before, after) = (Subject.OfFirm(key), Subject.OfFirm(into.Key));
        GoOn(new(EntryKind.Joined, before, from) { Into = after });
        Append(new(EntryKind.Joined, after, from) { Was = before }, into, FirmSaid.Write);
    }

    /// <summary>Ends the transaction.</summary>
    public void Commit(DateTimeOffset recordedAt, IReadOnlyList<ImportSource> sources, ImportReport report)
    {
        Append(
            new(EntryKind.Imported, Subject.Imports, null),
            (sources, report),
            static (json, of) => Imported(json, of.sources, of.report)
        );
        _entries.Flush();
        _import.Commit(recordedAt, sources, report);
    }

    public void Dispose() => _entries.Dispose();

    private void GoOn(EntryHeading heading) => Append(heading, 0, static (_, _) => { });

    private void Append<T>(EntryHeading heading, T of, Action<Utf8JsonWriter, T> says) =>
        _entries.Add(writer => writer.Write(heading, of, says));

    private static void Imported(Utf8JsonWriter json, IReadOnlyList<ImportSource> sources, ImportReport report)
    {
        json.WriteNumber("added", report.Added);
        json.WriteNumber("changed", report.Changed);
        json.WriteNumber("ended", report.Ended);
        json.WriteNumber("firms", report.Firms);
        json.WriteString("outcome", CodeText.Of(report.Outcome));
        json.WriteNumber("refused", report.Refused);
        json.WriteNumber("same", report.Same);
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("sha256", source.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
