using LandLedger.Cases;
using LandLedger.Issuing;
using LandLedger.Ledger;

namespace LandLedger.Import;

/// <summary>
/// A write transaction whose most frequent writes are done on another core, in their order, while the caller goes on. Whatever asks
/// something waits for them first. What goes wrong with one is thrown by a later call, the commit at the latest.
/// </summary>
internal sealed class WriteBehind(IImport import) : IImport
{
    private const int Stretch = 64;
    private const int Ahead = 4;

    private readonly SemaphoreSlim _room = new(Ahead);
    private Task _last = Task.CompletedTask;
    private List<Action<IImport>> _next = new(Stretch);

    /// <summary>Whether <see cref="_next"/> holds what a look at plots would see.</summary>
    private bool _nextShows;

    public bool IsEmpty { get; private set; } = import.IsEmpty;

    public LastEntry? LastEntry { get; } = import.LastEntry;

    public ImportSource? Keyed(string key) => Caught().Keyed(key);

    public void Append(LedgerRow entry, LedgerHead head) => Add(to => to.Append(entry, head));

    public void Put(Plot plot)
    {
        _nextShows = true;
        IsEmpty = false;
        Add(to => to.Put(plot));
    }

    public void Seen(string source, PlotKey plot) => Add(to => to.Seen(source, plot));

    public IReadOnlyList<Plot> Find(string number, bool shapes)
    {
        Look();
        return import.Find(number, shapes);
    }

    public IReadOnlyList<Plot> FindSupervised(string number)
    {
        Look();
        return import.FindSupervised(number);
    }

    public void Move(PlotKey plot, string county) => Caught().Move(plot, county);

    public Firm? FindFirm(string key) => Caught().FindFirm(key);

    public IEnumerable<Firm> Firms() => Caught().Firms();

    public IReadOnlyList<UnplacedSeat> Unplaced() => Caught().Unplaced();

    public void Put(Firm firm) => Caught().Put(firm);

    public void Join(string key, Firm into) => Caught().Join(key, into);

    public IReadOnlyList<PlotKey> NoLongerListed(string source) => Caught().NoLongerListed(source);

    public IReadOnlyList<SourceCounty> CountiesOf(string source) => Caught().CountiesOf(source);

    public void KeepListed(string source, string county) => Caught().KeepListed(source, county);

    public IReadOnlyList<StatedFirmRow> FirmRowsOf(string source) => Caught().FirmRowsOf(source);

    public void PutFirmRows(string source, IReadOnlyDictionary<FirmRow, string> rows) =>
        Caught().PutFirmRows(source, rows);

    public void Put(CaseRow filed) => Caught().Put(filed);

    public void Put(ListRow list) => Caught().Put(list);

    public void Put(ImportIssue issue) => Caught().Put(issue);

    public void Commit(DateTimeOffset recordedAt, IReadOnlyList<ImportSource> sources, ImportReport report) =>
        Caught().Commit(recordedAt, sources, report);

    public void Dispose()
    {
        // What went wrong has been thrown, or is of no use to who gave up.
        _last.ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        import.Dispose();
        _room.Dispose();
    }

    private void Add(Action<IImport> write)
    {
        _next.Add(write);
        if (_next.Count == Stretch)
            Begin();
    }

    private void Begin()
    {
        if (_last.IsFaulted)
            Wait();
        _room.Wait();
        var (writes, before) = (_next, _last);
        _last = Task.Run(async () =>
        {
            try
            {
                await before.ConfigureAwait(false);
                foreach (var write in writes)
                    write(import);
            }
            finally
            {
                _room.Release();
            }
        });
        (_next, _nextShows) = (new(Stretch), false);
    }

    /// <summary>Before a look at plots: what has begun is done, and so is what the look would see.</summary>
    private void Look()
    {
        Wait();
        if (_nextShows)
            Finish();
    }

    /// <summary>The transaction itself, with everything written that was given before.</summary>
    private IImport Caught()
    {
        Wait();
        Finish();
        return import;
    }

    private void Wait() => _last.GetAwaiter().GetResult();

    /// <summary>Writes what is not worth another core.</summary>
    private void Finish()
    {
        var writes = _next;
        (_next, _nextShows) = (new(Stretch), false);
        foreach (var write in writes)
            write(import);
    }
}
