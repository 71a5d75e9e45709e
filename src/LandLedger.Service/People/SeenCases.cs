using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Service.People;

/// <summary>The cases about the plots that a user sees; others are not there.</summary>
internal sealed class SeenCases(ICaseStore cases, SeenStore seen) : ICaseStore
{
    /// <summary>Cases whose plots are looked for at once.</summary>
    private const int Batch = 256;

    public Procedures Procedures => cases.Procedures;

    public IEnumerable<CaseRow> Rows(CaseQuery query) => cases.Rows(query).Chunk(Batch).SelectMany(Seen);

    public CaseRow? Find(CaseNumber number) => Seen(cases.Find(number));

    public IEnumerable<ReadOnlyMemory<byte>> Parts(string sha256) => cases.Parts(sha256);

    public ICaseWriting Begin() => new Writing(cases.Begin(), this);

    private CaseRow? Seen(CaseRow? filed) => filed is not null && Sees(filed.Plot) ? filed : null;

    private bool Sees(PlotKey plot) => seen.Find(plot.Number).Any(found => PlotKey.Of(found) == plot);

    private IEnumerable<CaseRow> Seen(CaseRow[] rows)
    {
        string[] numbers = [.. rows.Select(row => row.Plot.Number).Distinct(StringComparer.Ordinal)];
        var plots = seen.Plots(new() { Ended = true, Filter = ScopeFilter.Among(PlotFields.Plot, numbers) })
            .Select(PlotKey.Of)
            .ToHashSet();
        return rows.Where(row => plots.Contains(row.Plot));
    }

    /// <summary>What is written is as in the store itself; what is not seen cannot be written about.</summary>
    private sealed class Writing(ICaseWriting writing, SeenCases cases) : ICaseWriting
    {
        public LastEntry? LastEntry => writing.LastEntry;

        public void Append(LedgerRow entry, LedgerHead head) => writing.Append(entry, head);

        public Plot? Find(PlotKey plot) => cases.Sees(plot) ? writing.Find(plot) : null;

        public void Put(Plot plot) => writing.Put(plot);

        public CaseRow? Find(CaseNumber number) => cases.Seen(writing.Find(number));

        public CaseRow? Keyed(string key) => writing.Keyed(key);

        public CaseNumber? Open(PlotKey plot, string procedure) => writing.Open(plot, procedure);

        public int LastOf(int year) => writing.LastOf(year);

        public void Put(CaseRow filed) => writing.Put(filed);

        public bool Has(string sha256) => writing.Has(sha256);

        public void PutPart(string sha256, int part, ReadOnlySpan<byte> bytes) => writing.PutPart(sha256, part, bytes);

        public void Commit(DateTimeOffset recordedAt) => writing.Commit(recordedAt);

        public void Dispose() => writing.Dispose();
    }
}
