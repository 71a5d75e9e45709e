namespace LandLedger.Ledger;

/// <summary>
/// Has entries written on another core, in their order, while the caller goes on; they are handed over on the caller's thread, some behind.
/// </summary>
/// <param name="entries">Writes them; nobody else uses it meanwhile.</param>
/// <param name="append">Takes each entry, with the head that it makes.</param>
internal sealed class EntryQueue(EntryWriter entries, Action<LedgerRow, LedgerHead> append) : IDisposable
{
    private const int Stretch = 32;
    private const int Ahead = 3;

    private readonly Queue<Task<List<(LedgerRow Entry, LedgerHead Head)>>> _begun = new();
    private List<Func<EntryWriter, LedgerRow>> _next = new(Stretch);
    private Task _last = Task.CompletedTask;

    /// <summary>Takes what writes the next entry. It must not look at what the caller may change.</summary>
    public void Add(Func<EntryWriter, LedgerRow> write)
    {
        _next.Add(write);
        if (_next.Count < Stretch)
            return;
        Begin();
        if (_begun.Count > Ahead)
            HandOver();
    }

    /// <summary>Waits for all of them.</summary>
    public void Flush()
    {
        Begin();
        while (_begun.Count > 0)
            HandOver();
    }

    public void Dispose()
    {
        // Nothing writes any more once the writer goes; what went wrong there is of no use to who gave up.
        Task.WhenAll(_begun).ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        entries.Dispose();
    }

    private void Begin()
    {
        var (writes, before) = (_next, _last);
        var task = Task.Run(async () =>
        {
            await before.ConfigureAwait(false);
            return writes.ConvertAll(Written);
        });
        _next = new(Stretch);
        _last = task;
        _begun.Enqueue(task);
    }

    private (LedgerRow, LedgerHead) Written(Func<EntryWriter, LedgerRow> write)
    {
        var entry = write(entries);
        return (entry with { Bytes = entry.Bytes.ToArray() }, entries.Head);
    }

    private void HandOver()
    {
        foreach (var (entry, head) in _begun.Dequeue().GetAwaiter().GetResult())
            append(entry, head);
    }
}
