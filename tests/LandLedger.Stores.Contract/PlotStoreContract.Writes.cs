using LandLedger.Formats;
using LandLedger.Import;
using LandLedger.Ledger;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Plots that callers write one by one.</summary>
public abstract partial class PlotStoreContract
{
    [Fact]
    public void A_plot_is_written_by_the_state_that_it_was_decided_on_and_its_state_is_the_same_in_every_store()
    {
        Import("甲,900", "2026-01-31", "2026-02-01");
        var state = PlotDigest.Of(Store.Find("A-1").Single());
        Assert.Equal("5b70ab59911de7fd9dbb6b249e7a934c", state);

        Assert.Null(Write("乙,900", "a", state).Refusal);
        Assert.Equal(PlotRefusal.WentOn, Write("丙,900", "b", state).Refusal);
        Assert.Equal(PlotRefusal.Refused, Write("丙,八百多或九百", "c", null).Refusal);

        var plot = Store.Find("A-1").Single();
        Assert.Equal("乙", plot.Holder);
        Assert.NotEqual(state, PlotDigest.Of(plot));
        Assert.Equal(
            PlotDigest.Of(plot),
            PlotDigest.Of(PlotHistory.At(Store.Ledger, Plot, on: null, recorded: null).State.Plot!)
        );
        Assert.Equal(
            ["台账.csv", "a key=1"],
            Store.Imports().SelectMany(import => import.Sources).Select(source => source.Name)
        );
        Assert.Empty(LedgerCheck.Faults(Store.Ledger));
        Assert.Empty(ProjectionCheck.Faults(Store));
    }

    [Fact]
    public void A_key_is_used_once_and_of_another_write_refused()
    {
        Import("甲,900", "2026-01-31", "2026-02-01");
        var state = PlotDigest.Of(Store.Find("A-1").Single());
        Assert.NotNull(Write("乙,900", "a", state).Report);
        var head = Store.Ledger.Head();

        var again = Write("乙,900", "a", state);
        Assert.Equal((Plot, null, null), (again.Plot!.Value, again.Report, again.Refusal));
        Assert.Equal(PlotRefusal.KeyOther, Write("丙,900", "b", null, key: "1").Refusal);
        Assert.Equal(PlotRefusal.KeyOther, new PlotBook(Store).End(Said("b", "1", null), Options).Refusal);
        Assert.Equal(head, Store.Ledger.Head());
    }

    [Fact]
    public void A_key_is_told_with_its_source_and_the_name_of_a_file_is_none()
    {
        Import("甲,900", "2026-01-31", "2026-02-01");
        using (var import = Store.BeginImport())
            import.Commit(
                Morning("2026-02-02"),
                [new("附表 key=k", "00")],
                new() { Outcome = ImportOutcome.Done, Files = [] }
            );

        Assert.NotNull(Write("乙,900", "b", null, key: "k").Report);
        Assert.Equal(
            [null, null, "k"],
            Store.Imports().SelectMany(import => import.Sources).Select(source => source.Key)
        );
        Assert.NotNull(Write("丙,900", "c", null, key: "a b=丁").Report);
        Assert.Null(Write("丙,900", "c", null, key: "a b=丁").Report);
        Assert.Equal("a%20b%3D%E4%B8%81", Store.Imports()[^1].Sources.Single().Key);
    }

    [Fact]
    public void A_plot_that_ends_is_no_longer_one_to_change_and_is_taken_up_by_one_to_add()
    {
        Import("甲,900", "2026-01-31", "2026-02-01");
        var book = new PlotBook(Store);
        Assert.Equal(PlotRefusal.Exists, book.Add(Said("a", null, null), () => Told("a", "甲,900"), Options).Refusal);

        Assert.Equal(Plot, book.End(Said("b", null, null), Options).Plot);
        Assert.Equal(Options.On, Store.Find("A-1").Single().EndedOn);
        Assert.Equal(PlotRefusal.Unknown, Write("丙,900", "c", null).Refusal);
        Assert.Equal(PlotRefusal.Unknown, book.End(Said("b", null, null), Options).Refusal);

        Assert.Equal(Plot, book.Add(Said("d", null, null), () => Told("d", "丁,800"), Options).Plot);
        var plot = Store.Find("A-1").Single();
        Assert.Equal((null, "丁"), (plot.EndedOn, plot.Holder));
        Assert.Empty(ProjectionCheck.Faults(Store));
    }

    private const string Address = "PATCH /collections/plots/items/331100:A-1";

    /// <summary>Writes as the service does, of a plot whose number looks like a key too.</summary>
    protected void WriteKeyed()
    {
        Import("甲,900", "2026-01-31", "2026-02-01");
        Assert.NotNull(Write("乙,900", Address, null, key: "a b").Report);
        Assert.NotNull(Write("丙,900", Address + " key=x", null, key: "2").Report);
    }

    /// <summary>Holds what <see cref="WriteKeyed"/> wrote against the keys that another program finds.</summary>
    protected static void AssertKeyed(IPlotStore store)
    {
        Assert.Equal(PlotRefusal.KeyOther, new PlotBook(store).End(Said("b", "a b", null), Options).Refusal);
        var again = new PlotBook(store).End(Said(Address + " key=x", "2", null), Options);
        Assert.Equal((null, null), (again.Refusal, again.Report));
        // What is refused brings no file up.
        Assert.NotNull(new PlotBook(store).End(Said("b", "x", null), Options).Report);
        Assert.Equal(
            [null, "a%20b", "2", "x"],
            store.Imports().SelectMany(import => import.Sources).Select(source => source.Key)
        );
    }

    private static ImportOptions Options =>
        new()
        {
            On = Day("2026-06-30"),
            RecordedAt = Morning("2026-07-01"),
            County = Plot.County,
        };

    private PlotWritten Write(string holderAndPrice, string name, string? decidedOn, string? key = null) =>
        new PlotBook(Store).Change(
            Said(name, key ?? (name == "a" ? "1" : null), decidedOn),
            _ => Told(name, holderAndPrice),
            Options
        );

    private static PlotWrite Said(string name, string? key, string? decidedOn) =>
        new()
        {
            Number = Plot.Number,
            County = Plot.County,
            Source = new(name, name),
            Key = key,
            DecidedOn = decidedOn is null ? null : [decidedOn],
        };

    private static ImportFile Told(string name, string holderAndPrice)
    {
        var folder = Directory.CreateTempSubdirectory("landledger-");
        var path = Path.Combine(folder.FullName, name.Split('/')[^1] + ".csv");
        File.WriteAllText(path, $"地块编号,使用权人,成交价（万元）\nA-1,{holderAndPrice}\n");
        var file = ImportFiles.Open([path])[0];
        folder.Delete(recursive: true);
        return file;
    }
}
