using System.Globalization;

namespace LandLedger.Service.Tests;

/// <summary>
/// The class of each plot as a collection, and filters on what the rules conclude, over the sample park, held against what is expected
/// of each plot there.
/// </summary>
public sealed class EvaluationItemsTests(EvaluationItemsTests.SamplePark park)
    : IClassFixture<EvaluationItemsTests.SamplePark>
{
    private const string Day = "asOf=2026-06-30";

    /// <summary>A filter and the same by the table of what is expected.</summary>
    private static readonly Dictionary<string, Func<Expected, bool>> Filters = new()
    {
        ["category = 'idle'"] = plot => plot.Category == "idle",
        ["category IN ('idle','use-changed') AND stated_mu > 30"] = plot =>
            plot is { Category: "idle" or "use-changed", StatedMu: > 30 },
        ["category = 'idle' OR stated_mu > 100"] = plot => plot.Category == "idle" || plot.StatedMu > 100,
        ["NOT (category = 'in-order') AND zone = '城东片区'"] = plot =>
            plot is { Category: not "in-order", Zone: "城东片区" },
        ["cause = 'authority' OR cause = 'not-established'"] = plot => plot.Cause is "authority" or "not-established",
        ["cause IS NULL AND A_CONTAINS(measures, ('deadline-to-correct'))"] = plot =>
            plot.Cause.Length == 0 && plot.Measures.Contains("deadline-to-correct"),
        ["A_OVERLAPS(measures, ('investigate','deadline-to-correct')) AND plot > 'D'"] = plot =>
            plot.Measures.Intersect(["investigate", "deadline-to-correct"]).Any()
            && string.CompareOrdinal(plot.Plot, "D") > 0,
        ["T_BEFORE(idle_since, DATE('2026-01-01'))"] = plot => plot.IdleSince < new DateOnly(2026, 1, 1),
        ["CASEI(category) LIKE 'IDL%' OR category LIKE '%determin__'"] = plot => plot.Category is "undetermined",
        ["CASEI(category) LIKE CASEI('IDL_')"] = plot => plot.Category is "idle",
    };

    public static TheoryData<string, string, int> Asked()
    {
        var asked = new TheoryData<string, string, int>();
        foreach (var filter in Filters.Keys)
        {
            asked.Add("evaluations", filter, 7);
            asked.Add("plots", filter, 7);
            asked.Add("evaluations", filter, 1000);
        }
        return asked;
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_filter_on_the_class_finds_the_plots_expected_on_full_pages(
        string collection,
        string filter,
        int limit
    )
    {
        var found = new List<string>();
        var matched = 0;
        var address = $"/collections/{collection}/items?{Day}&limit={limit}&count=exact&filter=";
        for (var next = address + Uri.EscapeDataString(filter); next is not null; )
        {
            using var page = await park.Service.GetAsync(next);
            matched = page.RootElement.GetProperty("numberMatched").GetInt32();
            var ids = PlotItemsTests.Ids(page);
            next = PlotItemsTests.Link(page, "next");
            Assert.True(next is null || ids.Count == limit, "A page that is not the last is full.");
            found.AddRange(ids);
        }
        var expected = Expected.All.Where(Filters[filter]).Select(plot => plot.Plot).Order(StringComparer.Ordinal);
        Assert.Equal(expected, found);
        Assert.Equal(found.Count, matched);
        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task An_item_says_class_grounds_and_package_and_leads_to_the_plot_and_its_judgement()
    {
        using var item = await park.Service.GetAsync("/collections/evaluations/items/CD-003?" + Day);
        var properties = item.RootElement.GetProperty("properties");
        Assert.Equal(
            "plot county zone stated_mu measured_mu measured_in category set_category set_basis cause idle_since idle_days net_idle_days rule clause reason measures "
                + "measures_if_cause idle_fee tax_per_mu output_per_mu per_mu_year output_year investment_per_mu per_mu_area per_mu_figure output_figure "
                + "per_mu_shared_by missing flags unverified held held_basis cases as_of package version",
            string.Join(' ', properties.EnumerateObject().Select(property => property.Name))
        );
        Assert.Equal("idle", properties.GetProperty("category").GetString());
        Assert.Equal("not-established", properties.GetProperty("cause").GetString());
        Assert.Equal("2026-04-01", properties.GetProperty("idle_since").GetString());
        // 1 April to 30 June, both counted.
        Assert.Equal(91, properties.GetProperty("idle_days").GetInt32());
        Assert.Equal("""["investigate"]""", properties.GetProperty("measures").GetRawText());
        Assert.Equal(29.7m, properties.GetProperty("stated_mu").GetDecimal());
        Assert.Equal("2026-06-30", properties.GetProperty("as_of").GetString());
        var rules = park.Service.Part<ServiceOptions>().Rules;
        Assert.Equal(rules.Id, properties.GetProperty("package").GetString());
        Assert.Equal(rules.Version, properties.GetProperty("version").GetString());

        using var plot = await park.Service.GetAsync(PlotItemsTests.Link(item, "about")!);
        Assert.Equal(
            plot.RootElement.GetProperty("geometry").GetRawText(),
            item.RootElement.GetProperty("geometry").GetRawText()
        );
        using var judged = await park.Service.GetAsync(PlotItemsTests.Link(item, "describedby")!);
        Assert.Equal("2026-06-30", judged.RootElement.GetProperty("asOf").GetString());
        Assert.Equal("CD-003", judged.RootElement.GetProperty("plot").GetString());
    }

    [Fact]
    public async Task Each_feature_of_a_page_has_its_links_and_only_properties_asked_for()
    {
        using var page = await park.Service.GetAsync(
            $"/collections/evaluations/items?{Day}&limit=2&properties=category,as_of&sortby=-plot"
        );
        Assert.Equal("evaluations", page.RootElement.GetProperty("name").GetString());
        foreach (var feature in page.RootElement.GetProperty("features").EnumerateArray())
        {
            var id = feature.GetProperty("id").GetString();
            Assert.Equal(
                ["category", "as_of"],
                feature.GetProperty("properties").EnumerateObject().Select(property => property.Name)
            );
            var links = feature
                .GetProperty("links")
                .EnumerateArray()
                .ToDictionary(
                    link => link.GetProperty("rel").GetString()!,
                    link => new Uri(link.GetProperty("href").GetString()!).PathAndQuery
                );
            Assert.Equal($"/collections/plots/items/{id}?{Day}", links["about"]);
            Assert.Equal($"/plots/{id}/evaluation?{Day}", links["describedby"]);
        }
        Assert.Equal(
            Expected.All.Select(plot => plot.Plot).OrderDescending(StringComparer.Ordinal).Take(2),
            PlotItemsTests.Ids(page)
        );
    }

    [Theory]
    [InlineData("plots", "")]
    [InlineData("plots", "&properties=plot,zone")]
    [InlineData("plots", "&properties=plot&category=idle,undetermined")]
    [InlineData("evaluations", "&filter=category='idle' OR stated_mu>100&decimals=3")]
    [InlineData("plots", "&bbox=115.3,26.3,115.36,26.4&crs=http://www.opengis.net/def/crs/EPSG/0/4490")]
    public async Task The_whole_collection_has_the_features_that_its_pages_have(string collection, string asked)
    {
        var pages = new List<string>();
        for (var next = $"/collections/{collection}/items?{Day}&limit=25{asked}"; next is not null; )
        {
            using var page = await park.Service.GetAsync(next);
            pages.AddRange(Features(page));
            next = PlotItemsTests.Link(page, "next");
        }
        var address = $"/collections/{collection}/whole?{Day}{asked}";
        using var whole = await park.Service.GetAsync(address);
        Assert.Equal(pages, Features(whole));
        Assert.NotEmpty(pages);
        Assert.Equal(pages.Count, whole.RootElement.GetProperty("numberReturned").GetInt32());
        Assert.Null(PlotItemsTests.Link(whole, "next"));
        foreach (var parameter in (string[])["limit=10", "cursor=WyIiLCIxIl0", "sortby=plot", "count=exact"])
            await park.Service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-unknown", $"{address}&{parameter}");
        using var described = await park.Service.GetAsync("/collections/" + collection);
        Assert.EndsWith($"/collections/{collection}/whole", PlotItemsTests.Link(described, "enclosure"));

        static IEnumerable<string> Features(JsonDocument answer) =>
            answer.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetRawText());
    }

    [Fact]
    public async Task The_class_turns_with_the_day_and_so_does_what_a_filter_finds()
    {
        const string Idle =
            "/collections/evaluations/items?limit=500&filter=category='idle'%20AND%20plot='CD-003'&asOf=";
        using var before = await park.Service.GetAsync(Idle + "2026-03-31");
        using var after = await park.Service.GetAsync(Idle + "2026-04-01");
        Assert.Empty(PlotItemsTests.Ids(before));
        Assert.Equal(["CD-003"], PlotItemsTests.Ids(after));
    }

    [Theory]
    [InlineData("category = 5", "types")]
    [InlineData("reason = 'x'", "property-unknown")]
    [InlineData("measures = 'investigate'", "type")]
    public async Task What_does_not_fit_a_conclusion_is_refused(string filter, string reason)
    {
        var address = "/collections/evaluations/items?filter=" + Uri.EscapeDataString(filter);
        var problem = await park.Service.ProblemAsync(HttpStatusCode.BadRequest, "filter-wrong", address);
        Assert.Equal(reason, problem.GetProperty("reason").GetString());
    }

    /// <summary>A line of the table of what is expected of the sample park.</summary>
    internal sealed record Expected(
        string Plot,
        string Zone,
        decimal? StatedMu,
        string Category,
        string Cause,
        string[] Measures,
        DateOnly? IdleSince
    )
    {
        public static IReadOnlyList<Expected> All { get; } =
        [.. File.ReadLines(Path.Combine(TestFiles.Root, "data", "park", "expected.csv")).Skip(1).Select(Of)];

        private static Expected Of(string line) =>
            line.Split(',') is var cells
                ? new(
                    cells[0],
                    cells[1],
                    cells[3].Length == 0 ? null : decimal.Parse(cells[3], CultureInfo.InvariantCulture),
                    cells[4],
                    cells[5],
                    cells[6].Split([';', '|', ' '], StringSplitOptions.RemoveEmptyEntries),
                    cells[7].Length == 0
                        ? null
                        : DateOnly.ParseExact(cells[7], "yyyy-MM-dd", CultureInfo.InvariantCulture)
                )
                : null!;
    }

    /// <summary>The sample park behind a service, imported once.</summary>
    public sealed class SamplePark : IAsyncLifetime
    {
        internal RunningService Service { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Service = await RunningService.StartAsync();
            var files = TestFiles.Park.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));
            using (await Service.ImportAsync(files, "?on=2026-06-30&keepGood=true")) { }
        }

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
