using LandLedger.Formats;
using LandLedger.Import;
using LandLedger.Ledger;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What the ledger tells of the days since when facts hold and of the times when they were recorded.</summary>
public abstract partial class PlotStoreContract
{
    private static readonly PlotKey Plot = new("331102", "A-1");

    /// <summary>
    /// 甲 since 31 January; 乙 since 30 June, told on 1 July; on 10 August it turns out that it was 丙 since 31 May already, and a file of
    /// 31 August changes the price.
    /// </summary>
    [Theory]
    [InlineData("2026-01-30", "2026-12-31", null)]
    [InlineData("2026-01-31", "2026-01-31", null)]
    [InlineData("2026-01-31", "2026-02-01", "甲 900")]
    [InlineData("2026-05-30", "2026-12-31", "甲 900")]
    [InlineData("2026-05-31", "2026-08-09", "甲 900")]
    [InlineData("2026-05-31", "2026-08-10", "丙 900")]
    [InlineData("2026-06-30", "2026-06-30", "甲 900")]
    [InlineData("2026-06-30", "2026-07-01", "乙 900")]
    [InlineData("2026-06-30", "2026-08-09", "乙 900")]
    [InlineData("2026-06-30", "2026-08-10", "丙 900")]
    [InlineData("2026-08-30", "2026-12-31", "丙 900")]
    [InlineData("2026-08-31", "2026-08-31", "丙 900")]
    [InlineData("2026-08-31", "2026-09-01", "丙 800")]
    public void A_plot_is_read_as_it_was_held_on_a_day_by_what_was_recorded_at_a_time(
        string on,
        string recorded,
        string? expected
    )
    {
        Import("甲,900", "2026-01-31", "2026-02-01");
        Import("乙,900", "2026-06-30", "2026-07-01");
        Import("丙,900", "2026-05-31", "2026-08-10", earlier: true);
        Import("丙,800", "2026-08-31", "2026-09-01");

        var held = PlotHistory.At(Store.Ledger, Plot, Day(on), Morning(recorded)).State.Plot;

        Assert.Equal(expected, held is null ? null : $"{held.Holder} {held.Grant.Price!.Value.WanYuan:0}");
    }

    [Fact]
    public void Entries_about_several_subjects_come_by_one_look_in_order_of_the_subjects()
    {
        Import("甲,900", "2026-01-31", "2026-02-01");
        Import("乙,900", "2026-06-30", "2026-07-01");
        string[] subjects = ["plots/331102/A-1", "plots//none", "imports"];

        Assert.Equal(
            Store.Ledger.About(subjects[2]).Concat(Store.Ledger.About(subjects[0])).Select(row => row.Number),
            Store.Ledger.About(subjects).Select(row => row.Number)
        );
        Assert.Equal([1, 3], Store.Ledger.About([subjects[0]]).Select(row => row.Number));
        Assert.Empty(Store.Ledger.About([]));
    }

    [Fact]
    public void What_is_held_on_the_last_day_by_all_that_was_recorded_is_what_the_store_has()
    {
        Import("甲,900", "2026-01-31", "2026-02-01");
        Import("乙,850", "2026-06-30", "2026-07-01");

        var held = PlotHistory.At(Store.Ledger, Plot, on: null, recorded: null);

        AssertSame(Assert.Single(Store.Find("A-1")), held.State.Plot!);
        Assert.Equal(
            [("county", 1L), ("holder", 3L), ("plot", 1L), ("price", 3L)],
            held.State.Facts.Select(fact => (fact.Name, fact.Entry))
        );
    }

    /// <summary>A millisecond before an entry was recorded it is not known; at that very time it is.</summary>
    [Fact]
    public void An_entry_counts_from_the_millisecond_at_which_it_was_recorded()
    {
        Import("甲,900", "2026-01-31", "2026-02-01");

        Assert.Null(Held(Morning("2026-02-01").AddMilliseconds(-1)));
        Assert.Equal("甲", Held(Morning("2026-02-01"))?.Holder);

        Plot? Held(DateTimeOffset recorded) => PlotHistory.At(Store.Ledger, Plot, null, recorded).State.Plot;
    }

    [Fact]
    public void A_clock_that_runs_backwards_cannot_reorder_the_ledger()
    {
        Import("甲,900", "2026-01-31", "2026-06-01");
        Import("乙,900", "2026-02-28", "2020-01-01");
        Import("丙,900", "2026-03-31", "2026-05-31");
        Import("丁,900", "2026-04-30", "2026-06-02");

        var rows = Store.Ledger.Rows().ToList();

        Assert.Equal(Enumerable.Range(1, 8).Select(number => (long)number), rows.Select(row => row.Number));
        const string june = "2026-06-01T08:00:00.000Z";
        Assert.Equal(
            [june, june, june, june, june, june, "2026-06-02T08:00:00.000Z", "2026-06-02T08:00:00.000Z"],
            rows.Select(row => row.At)
        );
        Assert.Empty(LedgerCheck.Faults(Store.Ledger));
        Assert.Empty(ProjectionCheck.Faults(Store));
        Assert.Equal(
            ["丙", "丁"],
            new[] { "2026-06-01", "2026-06-02" }.Select(day =>
                PlotHistory.At(Store.Ledger, Plot, null, Morning(day)).State.Plot!.Holder
            )
        );
    }

    private void Import(string holderAndPrice, string on, string recorded, bool earlier = false)
    {
        var folder = Directory.CreateTempSubdirectory("landledger-");
        var path = Path.Combine(folder.FullName, "台账.csv");
        File.WriteAllText(path, $"地块编号,使用权人,成交价（万元）\nA-1,{holderAndPrice}\n");
        var files = ImportFiles.Open([path]);
        var options = new ImportOptions
        {
            On = Day(on),
            RecordedAt = Morning(recorded),
            County = Plot.County,
            Earlier = earlier,
        };
        Assert.Equal(ImportOutcome.Done, Importer.Import(Store, files, options).Outcome);
        foreach (var part in files.SelectMany(file => file.Parts))
            part.Dispose();
        folder.Delete(recursive: true);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    private static DateTimeOffset Morning(string day) => new(Day(day), new(8, 0), TimeSpan.Zero);
}
