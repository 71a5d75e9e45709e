using System.Globalization;
using LandLedger.Formats;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Ledger;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>
/// Plots that are divided, merged or renumbered: the new ones enter the register on the day when the old ones left it. Plots are
/// "NUMBER west east", thousandths of a degree along one strip; in a ledger "NUMBER", "NUMBER @COUNTY" or "NUMBER #SUPERVISION".
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
    public void On_the_land_of_a_plot_that_still_stands_none_follows_until_it_ends()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, X 5 6"));

        var report = Deliver("2026-03-01", ("b", "N-1 0 1"));

        Assert.Equal(["plot.overlap"], report.Issues.Select(issue => issue.Code));
        Assert.Null(Entered("N-1"));

        var ending = Deliver("2026-09-01", ("a", "X 5 6"));

        Assert.Equal(
            ["N-1 O-1 2026-09-01 a.csv"],
            Followed(ending)
                .Select(issue => $"{issue.Plot} {issue.Arguments["plots"]} {issue.Arguments["since"]} {issue.File}")
        );
        Assert.Equal((0, 1, 1, 1), (ending.Added, ending.Changed, ending.Same, ending.Ended));
        Assert.Equal(["O-1", "X"], Listed("2026-08-31"));
        Assert.Equal(["N-1", "X"], Listed("2026-09-01"));
        AssertWhole();
    }

    [Fact]
    public void Plots_that_were_listed_together_follow_nothing_when_one_of_them_ends()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, X 5 6"), ("b", "N-1 0 1"));

        Assert.Empty(Followed(Deliver("2026-09-01", ("a", "X 5 6"))));

        Assert.Null(Entered("N-1"));
    }

    [Fact]
    public void A_plot_that_was_drawn_over_another_later_on_does_not_enter_when_that_ends()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, X 5 6"));
        Deliver("2026-03-01", ("b", "N-1 8 9"));
        Deliver("2026-06-01", ("b", "N-1 0 1"));

        Assert.Empty(Followed(Deliver("2026-09-01", ("a", "X 5 6"))));

        Assert.Null(Entered("N-1"));
    }

    [Fact]
    public void A_plot_that_is_surveyed_anew_on_the_land_of_another_enters_when_that_ends()
    {
        Deliver("2026-01-10", ("a", "O-1 0 1, O-2 3 4, X 5 6"));
        Deliver("2026-03-01", ("b", "N-1 0 1, N-2 3 4"));
        Deliver("2026-06-01", ("b", "N-1 0.001 1.001, N-2 3 4"));

        Deliver("2026-09-01", ("a", "X 5 6"), ("b", "N-1 0.001 1.001, N-2 3.001 4.001"));

        Assert.Equal(("2026-09-01", "2026-09-01"), (Entered("N-1"), Entered("N-2")));
        AssertWhole();
    }

    [Theory]
    [InlineData("2026-09-30")]
    [InlineData("2026-10-05")]
    public void Halves_whose_outlines_come_after_the_ledger_enter_when_the_whole_ended(string surveyed)
    {
        Deliver("2026-03-31", ("a", "A 0 2, X 5 6"), ("ledger", "A"));
        Deliver("2026-09-30", ("ledger", "A-1, A-2"));
        Deliver("2026-09-30", ("a", "X 5 6"));

        var report = Deliver(surveyed, ("survey", "A-1 0 1, A-2 1 2"));

        Assert.Equal(["A-1", "A-2"], Followed(report).Select(issue => issue.Plot));
        Assert.Equal(("2026-09-30", "2026-09-30"), (Entered("A-1"), Entered("A-2")));
        Assert.Equal(["A", "X"], Listed("2026-06-30"));
        AssertWhole();
    }

    [Theory]
    [InlineData("2026-09-30")]
    [InlineData("2026-09-28")]
    public void Halves_whose_outlines_come_before_the_ledger_enter_when_the_whole_ends(string surveyed)
    {
        Deliver("2026-03-31", ("a", "A 0 2, X 5 6"), ("ledger", "A"));
        Deliver(surveyed, ("survey", "A-1 0 1, A-2 1 2"));
        Deliver("2026-09-30", ("a", "X 5 6"));

        Deliver("2026-09-30", ("ledger", "A-1, A-2"));

        Assert.Equal(("2026-09-30", "2026-09-30"), (Entered("A-1"), Entered("A-2")));
        Assert.Equal(["A", "X"], Listed("2026-06-30"));
        Assert.Equal(["A-1", "A-2", "X"], Listed("2026-09-30"));
        AssertWhole();
    }

    [Fact]
    public void Plots_whose_county_only_the_ledger_knows_follow_and_overlap_as_others_do()
    {
        Deliver(county: null, "2026-03-31", ("outlines", "A 0 2, B 3 4"), ("ledger", "A @331102, B @331102"));

        var report = Deliver(
            county: null,
            "2026-09-30",
            ("outlines", "A-1 0 1, A-2 1 2, B 3 4, C 3 4"),
            ("ledger", "A-1 @331102, A-2 @331102, B @331102, C @331102")
        );

        Assert.Equal(["A-1", "A-2"], Followed(report).Select(issue => issue.Plot));
        Assert.Equal(["C"], report.Issues.Where(issue => issue.Code == "plot.overlap").Select(issue => issue.Plot));
        Assert.Equal(["A", "B", "C"], Listed("2026-06-30"));
        AssertWhole();
    }

    [Fact]
    public void A_plot_that_is_given_its_county_is_no_other_on_its_own_land()
    {
        Deliver(county: null, "2026-03-31", ("outlines", "A 0 2"));

        var report = Deliver(county: null, "2026-09-30", ("outlines", "A 0 2.001"), ("ledger", "A @331102"));

        Assert.DoesNotContain(report.Issues, issue => issue.Code is "plot.overlap" or "plot.follows");
        Assert.Equal("331102", Store.Find("A").Single().County);
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

    [Fact]
    public void A_plot_without_outline_follows_the_one_whose_supervision_number_it_bears()
    {
        Deliver("2026-01-10", ("a", "P-1 #3601, P-2 #3602, P-3 #3603"));

        var report = Deliver("2026-05-15", ("a", "Q-1 #3601, P-2 #3602, Q-3 #3609"));

        var follows = Assert.Single(report.Issues, issue => issue.Code == "plot.follows-number");
        Assert.Equal(("Q-1", "P-1", 2), (follows.Plot, follows.Arguments["plots"], follows.Line));
        Assert.Equal(("2026-05-15", null), (Entered("Q-1"), Entered("Q-3")));
        Assert.Equal(["P-1", "P-2", "P-3", "Q-3"], Listed("2026-03-31"));
        Assert.Equal(["P-2", "Q-1", "Q-3"], Listed("2026-05-15"));
        AssertWhole();
    }

    private ImportReport Deliver(string on, params (string Source, string Plots)[] sources) =>
        Deliver(Plot.County, on, sources);

    private ImportReport Deliver(string? county, string on, params (string Source, string Plots)[] sources)
    {
        var folder = Directory.CreateTempSubdirectory("landledger-");
        foreach (var (source, plots) in sources)
            File.WriteAllLines(
                Path.Combine(folder.FullName, source + ".csv"),
                [Columns(plots), .. plots.Split(',').Select(Row)]
            );
        var files = ImportFiles.Open([.. sources.Select(said => Path.Combine(folder.FullName, said.Source + ".csv"))]);
        var options = new ImportOptions
        {
            On = Day(on),
            RecordedAt = Noon,
            County = county,
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

    private static string Columns(string plots) =>
        "地块编号"
        + (
            plots.Contains('@', StringComparison.Ordinal) ? ",行政区代码"
            : plots.Contains('#', StringComparison.Ordinal) ? ",电子监管号"
            : ",WKT"
        );

    private static string Row(string plot)
    {
        var said = plot.Trim().Split(' ');
        if (said.Length < 3)
            return string.Join(',', said)
                .Replace("@", "", StringComparison.Ordinal)
                .Replace("#", "", StringComparison.Ordinal);
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
