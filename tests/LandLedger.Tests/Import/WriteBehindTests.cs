using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Ledger;

namespace LandLedger.Tests.Import;

public class WriteBehindTests
{
    private static readonly string[] Numbers = [.. Enumerable.Range(1, 1000).Select(i => $"P{i}")];

    [Fact]
    public void Writes_are_done_in_their_order_and_before_what_is_asked_later()
    {
        var log = new Log();
        using var behind = new WriteBehind(log);

        foreach (var number in Numbers)
            behind.Put(new Plot { County = "", Number = number });
        behind.Find("P1", shapes: false);
        behind.Seen("a.csv", new("", "P1"));
        behind.NoLongerListed("a.csv");

        Assert.Equal(
            [.. Numbers.Select(number => "put " + number), "find P1", "seen P1", "no longer a.csv"],
            log.Calls
        );
    }

    [Fact]
    public void It_holds_a_plot_as_soon_as_one_is_given()
    {
        using var behind = new WriteBehind(new Log());
        Assert.True(behind.IsEmpty);

        behind.Put(new Plot { County = "", Number = "P1" });

        Assert.False(behind.IsEmpty);
    }

    [Fact]
    public void A_look_at_plots_does_not_wait_for_what_it_would_not_see()
    {
        var log = new Log();
        using var behind = new WriteBehind(log);

        behind.Seen("a.csv", new("", "P1"));
        behind.Find("P2", shapes: false);

        Assert.Equal(["find P2"], log.Calls);
    }

    [Fact]
    public void What_goes_wrong_is_thrown_and_nothing_after_it_is_written()
    {
        var log = new Log { Fails = "P500" };
        using var behind = new WriteBehind(log);

        var thrown = Assert.Throws<StoreException>(() =>
        {
            foreach (var number in Numbers)
                behind.Put(new Plot { County = "", Number = number });
            behind.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        });

        Assert.Equal("full", thrown.Code);
        Assert.Equal([.. Numbers.Take(499).Select(number => "put " + number)], log.Calls);
    }

    [Fact]
    public void Nothing_is_written_any_more_once_it_is_given_up()
    {
        var log = new Log();
        var behind = new WriteBehind(log);
        foreach (var number in Numbers)
            behind.Put(new Plot { County = "", Number = number });

        behind.Dispose();

        Assert.Equal("gone", log.Calls[^1]);
    }

    /// <summary>A transaction that only remembers what it was asked.</summary>
    private sealed class Log : IImport
    {
        public List<string> Calls { get; } = [];

        public string? Fails { get; init; }

        public bool IsEmpty => true;

        public LastEntry? LastEntry => null;

        public ImportSource? Keyed(string key) => null;

        public IReadOnlyList<Plot> Find(string number, bool shapes) => Note<Plot>("find " + number);

        public IReadOnlyList<Plot> FindSupervised(string number) => Note<Plot>("find supervised " + number);

        public void Append(LedgerRow entry, LedgerHead head) => Calls.Add("append");

        public void Put(Plot plot)
        {
            if (plot.Number == Fails)
                throw new StoreException("full", new Dictionary<string, string>());
            Calls.Add("put " + plot.Number);
        }

        public void Move(PlotKey plot, string county) => Calls.Add("move " + plot.Number);

        public Firm? FindFirm(string key) => null;

        public IEnumerable<Firm> Firms() => [];

        public IReadOnlyList<UnplacedSeat> Unplaced() => [];

        public void Put(Firm firm) => Calls.Add("put firm");

        public void Join(string key, Firm into) => Calls.Add("join");

        public void Seen(string source, PlotKey plot) => Calls.Add("seen " + plot.Number);

        public IReadOnlyList<PlotKey> NoLongerListed(string source) => Note<PlotKey>("no longer " + source);

        public IReadOnlyList<SourceCounty> CountiesOf(string source) => Note<SourceCounty>("counties");

        public void KeepListed(string source, string county) => Calls.Add("keep");

        public IReadOnlyList<StatedFirmRow> FirmRowsOf(string source) => Note<StatedFirmRow>("firm rows");

        public void PutFirmRows(string source, IReadOnlyDictionary<FirmRow, string> rows) => Calls.Add("put rows");

        public void Put(CaseRow filed) => Calls.Add("case");

        public void Put(ListRow list) => Calls.Add("list");

        public void Put(ImportIssue issue) => Calls.Add("issue");

        public void Commit(DateTimeOffset recordedAt, IReadOnlyList<ImportSource> sources, ImportReport report) =>
            Calls.Add("commit");

        public void Dispose() => Calls.Add("gone");

        private T[] Note<T>(string call)
        {
            Calls.Add(call);
            return [];
        }
    }
}
