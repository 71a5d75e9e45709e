using System.Globalization;
using LandLedger.Formats;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Ledger;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>
/// Plots that are divided, merged or renumbered: the new ones enter the register on the day when the old ones left it. Plots are
/// "NUMBER west east", thousandths of a degree along one strip.
/// </summary>
public abstract partial class PlotStoreContract
{
    [Fact]
    public void The_halves_of_a_plot_enter_on_the_day_when_it_ends()
    {
        Deliver("2026-01-10", ("a", "LQ-06 0 1, LQ-07 10 12"));

        var report = Deliver("2026-11-30", ("a", "LQ-06 0 1, LQ-07A 10 11, LQ-07B 11 12"));

        Assert.Equal(
            ["LQ-07A LQ-07 2026-11-30 3", "LQ-07B LQ-07 2026-11-30 4"],
            Followed(report)
                .Select(issue => $"{issue.Plot} {issue.Arguments["plots"]} {issue.Arguments["since"]} {issue.Line}")
        );
        Assert.Equal((2, 0, 1, 1), (report.Added, report.Changed, report.Same, report.Ended));
        Assert.Equal(["LQ-06", "LQ-07"], Listed("2026-11-29"));
        Assert.Equal(["LQ-06", "LQ-07A", "LQ-07B"], Listed("2026-11-30"));
        Assert.Equal("2026-11-30", Said("LQ-07A"));
        Assert.Contains(
            "已终止地块 LQ-07 的土地，自 2026年11月30日 起列入台账",
            Followed(report)[0].Sentence(Texts.Chinese),
            StringComparison.Ordinal
        );
        AssertWhole();

        Assert.Empty(Followed(Deliver("2026-12-31", ("a", "LQ-06 0 1, LQ-07A 10 11, LQ-07B 11 12"))));
        Assert.Equal("2026-11-30", Said("LQ-07A"));
    }

    [Fact]
    public void A_merged_plot_enters_when_the_last_of_those_that_it_is_made_of_ends()
    {
        Deliver("2026-01-10", ("a", "P-1 0 1, X 5 6"), ("b", "P-2 1 4, Y 6 7"));
        Deliver("2026-03-01", ("a", "X 5 6"));

        var report = Deliver("2026-09-01", ("b", "Y 6 7, M 0 4"));

        Assert.Equal("P-1、P-2", Assert.Single(Followed(report)).Arguments["plots"]);
        Assert.Equal("2026-09-01", Entered("M"));
        Assert.Equal(["P-2", "X", "Y"], Listed("2026-08-31"));
        Assert.Equal(["M", "X", "Y"], Listed("2026-09-01"));
        AssertWhole();
    }

    [Theory]
    [InlineData("old", "new")]
    [InlineData("new", "old")]
    public void A_renumbered_plot_follows_itself_in_whatever_order_its_files_come(string first, string second)
    {
        var rows = new Dictionary<string, string> { ["old"] = "X 5 6", ["new"] = "N-1 0.002 1.002, Y 1 2" };
        Deliver("2026-01-10", ("old", "O-1 0 1, X 5 6"));

        Deliver("2026-06-30", (first, rows[first]), (second, rows[second]));

        Assert.Equal("2026-06-30", Entered("N-1"));
        Assert.Null(Entered("Y"));
        Assert.Equal(["O-1", "X", "Y"], Listed("2026-06-29"));
        Assert.Equal(["N-1", "X", "Y"], Listed("2026-06-30"));
        AssertWhole();
    }

    [Fact]
    public void A_plot_that_comes_later_enters_on_the_day_of_the_end()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, X 5 6"));
        Deliver("2026-03-01", ("a", "X 5 6"));

        Deliver("2026-09-01", ("b", "N-1 0 1"));

        Assert.Equal("2026-03-01", Entered("N-1"));
        Assert.Equal(["O-1", "X"], Listed("2026-02-28"));
        Assert.Equal(["N-1", "X"], Listed("2026-03-01"));
    }

    [Fact]
    public void On_the_land_of_a_plot_that_still_stands_none_follows()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, X 5 6"));

        var report = Deliver("2026-03-01", ("b", "N-1 0 1"));

        Assert.Equal(["plot.overlap"], report.Issues.Select(issue => issue.Code));
        Assert.Null(Entered("N-1"));
        // It was there before, so that its entry is no longer known when the other ends.
        Deliver("2026-09-01", ("a", "X 5 6"));
        Assert.Null(Entered("N-1"));
    }

    [Fact]
    public void A_plot_that_comes_back_is_the_same_plot_and_its_follower_stays_one()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, X 5 6"));
        Deliver("2026-03-01", ("a", "N-1 0 1, X 5 6"));

        var report = Deliver("2026-09-01", ("a", "O-1 0 1, N-1 0 1, X 5 6"));

        Assert.Empty(Followed(report));
        Assert.Contains(report.Issues, issue => issue.Code == "plot.overlap");
        Assert.Equal((null, "2026-03-01"), (Entered("O-1"), Entered("N-1")));
        Assert.Null(Store.Find("O-1").Single().EndedOn);
        AssertWhole();
    }

    [Fact]
    public void A_file_of_a_day_on_which_the_old_plot_stood_makes_no_follower()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, X 5 6"));
        Deliver("2026-09-01", ("a", "X 5 6"));

        Assert.Empty(Followed(Deliver("2026-06-30", ("b", "N-1 0 1"))));

        Assert.Null(Entered("N-1"));
    }

    [Fact]
    public void Neighbours_of_what_has_ended_follow_nothing()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, X 5 6"));

        Assert.Empty(Followed(Deliver("2026-09-01", ("a", "X 5 6, N-1 1 2, N-2 0.5 1.5"))));

        Assert.Equal(["N-1", "N-2", "O-1", "X"], Listed("2026-08-31"));
    }

    [Fact]
    public void A_follower_whose_outline_was_wrong_is_settled_anew_when_that_is_corrected()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, O-2 3 4, X 5 6"));
        Deliver("2026-02-01", ("a", "O-2 3 4, X 5 6"));
        Deliver("2026-03-01", ("a", "X 5 6"), ("b", "N-1 3 4, N-2 0 1"));
        Assert.Equal(("2026-03-01", "2026-02-01"), (Entered("N-1"), Entered("N-2")));

        var report = Deliver("2026-09-01", ("b", "N-1 0 1, N-2 8 9"));

        Assert.Equal(("2026-02-01", null), (Entered("N-1"), Entered("N-2")));
        Assert.Equal(["N-1"], Followed(report).Select(issue => issue.Plot));
        Assert.Equal((0, 2), (report.Added, report.Changed));
        Assert.Equal(
            [("N-1", "2026-03-01", "2026-02-01"), ("N-2", "2026-02-01", "")],
            from change in report.Changes
            from fact in change.Facts
            where fact.Field == "entered_on"
            select (change.Plot, fact.Old, fact.New)
        );
        AssertWhole();
    }

    [Fact]
    public void Followers_are_found_among_as_many_plots_as_there_are()
    {
        var numbers = Enumerable.Range(0, 1200).ToList();
        Deliver("2026-01-10", ("a", string.Join(',', numbers.Select(i => $"O-{i} {i} {i + 1}"))));
        Deliver("2026-02-01", ("a", string.Join(',', numbers[1..].Select(i => $"O-{i} {i} {i + 1}"))));

        var report = Deliver("2026-03-01", ("a", string.Join(',', numbers.Select(i => $"N-{i} {i} {i + 1}"))));

        Assert.Equal((1200, 1199), (report.Added, report.Ended));
        Assert.Equal(("2026-02-01", "2026-03-01"), (Entered("N-0"), Entered("N-1199")));
        Assert.Equal(1200, Store.Count(new() { On = Day("2026-01-31") }));
        Assert.Equal(1200, Store.Count(new() { On = Day("2026-02-28") }));
        Assert.Equal(1200, Store.Count(new() { On = Day("2026-03-01") }));
        AssertWhole();
    }

    private ImportReport Deliver(string on, params (string Source, string Plots)[] sources)
    {
        var folder = Directory.CreateTempSubdirectory("landledger-");
        foreach (var (source, plots) in sources)
            File.WriteAllLines(
                Path.Combine(folder.FullName, source + ".csv"),
                ["地块编号,WKT", .. plots.Split(',').Select(Row)]
            );
        var files = ImportFiles.Open([.. sources.Select(said => Path.Combine(folder.FullName, said.Source + ".csv"))]);
        var options = new ImportOptions
        {
            On = Day(on),
            RecordedAt = Noon,
            County = Plot.County,
            Crs = CrsTable.LonLat,
            Earlier = true,
            EndAll = true,
        };
        var report = Importer.Import(Store, files, options);
        foreach (var part in files.SelectMany(file => file.Parts))
            part.Dispose();
        folder.Delete(recursive: true);
        Assert.Equal(ImportOutcome.Done, report.Outcome);
        return report;
    }

    private static string Row(string plot)
    {
        var said = plot.Trim().Split(' ');
        var (west, east) = (Degrees(said[1]), Degrees(said[2]));
        return $"{said[0]},\"POLYGON(({west} 28,{east} 28,{east} 28.001,{west} 28.001,{west} 28))\"";

        static string Degrees(string thousandths) =>
            (119 + (decimal.Parse(thousandths, CultureInfo.InvariantCulture) / 1000)).ToString(
                CultureInfo.InvariantCulture
            );
    }

    private static List<ImportIssue> Followed(ImportReport report) =>
        [.. report.Issues.Where(issue => issue.Code == "plot.follows")];

    private string? Entered(string number) => Iso(Store.Find(number).Single().EnteredOn);

    /// <summary>By the ledger.</summary>
    private string? Said(string number) =>
        Iso(PlotHistory.At(Store.Ledger, new(Plot.County, number), on: null, recorded: null).State.Plot!.EnteredOn);

    private List<string> Listed(string day) => Numbers(new() { On = Day(day) });

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void AssertWhole()
    {
        Assert.Empty(LedgerCheck.Faults(Store.Ledger));
        Assert.Empty(ProjectionCheck.Faults(Store));
    }
}
