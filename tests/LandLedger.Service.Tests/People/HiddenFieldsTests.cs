using System.Text;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.People;

namespace LandLedger.Service.Tests.People;

/// <summary>What a role does not see: it has no name, and what it is alters no answer.</summary>
public sealed class HiddenFieldsTests
{
    private const string Day = "asOf=2026-06-30";
    private const string Items = "/collections/plots/items";
    private const string Evaluations = "/collections/evaluations/items";

    private static readonly string[] Addresses =
    [
        "/",
        "/collections",
        "/collections/plots",
        "/collections/evaluations",
        "/collections/zones",
        "/collections/plots/schema",
        "/collections/plots/queryables",
        "/collections/plots/sortables",
        "/collections/plots/schema?f=html",
        "/collections/plots/tiles/WebMercatorQuad",
        "/collections/plots/tiles/WebMercatorQuad/14/6843/13607?" + Day,
        "/collections/plots/tiles/WebMercatorQuad/0/0/0?" + Day,
        $"{Items}?{Day}",
        $"{Items}?f=html&{Day}",
        $"{Items}?count=exact&limit=1&{Day}",
        $"{Items}?count=exact&limit=1&bbox=119.1,28.4,119.105,28.41&{Day}",
        $"{Items}?count=estimate&limit=1&bbox=119.1,28.4,119.105,28.41&{Day}",
        $"{Items}?sortby=-stated_mu&{Day}",
        $"{Items}?category=idle&{Day}",
        $"{Items}?category=low-efficiency&count=exact&{Day}",
        $"{Items}?crs=http://www.opengis.net/def/crs/EPSG/0/4549&{Day}",
        $"{Items}?shifted=gcj02&{Day}",
        $"{Items}?decimals=9&{Day}",
        $"{Items}?properties=plot,category&{Day}",
        $"{Items}/P-001?{Day}",
        $"{Items}/P-001?f=html&{Day}",
        $"/collections/plots/whole?{Day}",
        $"/collections/plots/whole?crs=http://www.opengis.net/def/crs/EPSG/0/3857&{Day}",
        $"{Evaluations}?{Day}",
        $"{Evaluations}/P-002?{Day}",
        $"/collections/evaluations/whole?{Day}",
        $"/collections/zones/items?{Day}",
        $"/collections/zones/items?bbox=119,28,120,29&{Day}",
        $"/acreage?by=zone,category&plots=true&{Day}",
        .. Named("holder", "credit_code", "price", "tax_per_mu", "idle_fee", "reason", "measures", "missing", "flags"),
        .. Named("agreed_tax_per_mu", "invested", "supervision_number", "rule", "no-such-name", "name", "remark"),
        $"{Items}?filter=S_INTERSECTS(geometry,BBOX(119,28,119.1005,29))&count=exact&limit=1&{Day}",
        $"{Items}?filter=geometry%20IS%20NULL&{Day}",
        "/plots/P-001/evaluation?" + Day,
        "/plots/P-001/history",
        "/cases",
        "/ledger",
        "/disposal-lists/preview?" + Day,
        "/forms/survey?" + Day,
        "/forms/land-market?" + Day,
        "/acreage?by=holder&" + Day,
    ];

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Viewer, true)]
    [InlineData(Role.Planner, false)]
    public async Task All_answers_are_the_same_whatever_the_hidden_values_are(Role role, bool database)
    {
        var moves = role.Hides().HasFlag(FieldGroups.Shape) ? 0.0015 : 0;
        await using var twin = await Twin.StartAsync(
            role,
            Scope.All,
            store => Fill(store, "甲精密机械有限公司", 1, 0),
            store => Fill(store, "乙电子科技有限公司", 1.7m, moves),
            database
        );
        foreach (var address in Addresses)
        {
            await twin.OfAllAsync(address);
            await twin.SameAsync(address);
            await twin.SameAsync(address);
        }
        var all = Encoding.UTF8.GetString((await twin.OfAllAsync($"{Items}?{Day}")).Body);
        Assert.Contains("idle", all, StringComparison.Ordinal);
        Assert.Contains("low-efficiency", all, StringComparison.Ordinal);
        Assert.Contains("甲精密机械有限公司", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Viewer, "holder")]
    [InlineData(Role.Viewer, "geometry")]
    [InlineData(Role.Viewer, "price")]
    [InlineData(Role.Planner, "agreed_tax_per_mu")]
    [InlineData(Role.Planner, "holder")]
    public async Task A_hidden_name_is_answered_as_one_that_there_is_not(Role role, string name)
    {
        await using var service = await StartAsync(role);
        foreach (
            var address in (string[])
                [
                    $"{Items}?filter={{0}}%20IS%20NULL",
                    $"{Items}?filter=stated_mu%20%3E%201%20AND%20{{0}}%20IS%20NULL",
                    $"{Items}?filter=%7B%22op%22:%22isNull%22,%22args%22:[%7B%22property%22:%22{{0}}%22%7D]%7D&filter-lang=cql2-json",
                    $"{Items}?filter=S_INTERSECTS({{0}},POINT(119%2028))",
                    $"{Items}?sortby=-{{0}}",
                    $"{Items}?properties={{0}}",
                    $"{Evaluations}?properties=plot,{{0}}",
                ]
        )
        {
            // A name as long as that one, so that places in texts are the same.
            var other = new string('z', name.Length);
            var (hidden, none) = (
                await AskAsync(service, address.Replace("{0}", name, StringComparison.Ordinal)),
                await AskAsync(service, address.Replace("{0}", other, StringComparison.Ordinal))
            );
            Assert.Equal(HttpStatusCode.BadRequest, hidden.Status);
            Assert.Equal(none.Body.Replace(other, name, StringComparison.Ordinal), hidden.Body);
        }
    }

    [Fact]
    public async Task A_viewer_sees_class_and_area_and_the_middle_of_the_cell_and_no_hidden_name_anywhere()
    {
        await using var service = await StartAsync(Role.Viewer);
        foreach (
            var address in (string[])
                [
                    Items,
                    Items + "/P-001",
                    Evaluations,
                    "/collections/plots/schema",
                    "/collections/plots/queryables",
                    "/collections/plots/sortables",
                    "/collections/evaluations/schema",
                ]
        )
        {
            var (status, body) = await AskAsync(service, address + "?");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.All(
                (string[])["holder", "price", "tax_per_mu", "reason", "measures", "missing"],
                name => Assert.DoesNotContain($"\"{name}\":", body, StringComparison.Ordinal)
            );
        }
        using var item = JsonDocument.Parse((await AskAsync(service, $"{Items}/P-001?{Day}")).Body);
        var root = item.RootElement;
        Assert.Equal("""{"type":"Point","coordinates":[119.005,28.405]}""", root.GetProperty("geometry").GetRawText());
        Assert.Equal("[119.005,28.405,119.005,28.405]", root.GetProperty("bbox").GetRawText());
        Assert.Equal("idle", root.GetProperty("properties").GetProperty("category").GetString());
        Assert.Equal(30m, root.GetProperty("properties").GetProperty("stated_mu").GetDecimal());

        var (tile, told) = await AskAsync(service, "/collections/plots/tiles/WebMercatorQuad/14/6843/13607?" + Day);
        Assert.Equal(HttpStatusCode.Forbidden, tile);
        Assert.Contains("planner, auditor, officer, admin", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planner_sees_outlines_and_tiles_without_measures()
    {
        await using var service = await StartAsync(Role.Planner);

        var (_, item) = await AskAsync(service, $"{Items}/P-001?{Day}");
        Assert.Contains("Polygon", item, StringComparison.Ordinal);
        var (status, tile) = await AskAsync(service, "/collections/plots/tiles/WebMercatorQuad/14/6843/13607?" + Day);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("idle", tile, StringComparison.Ordinal);
        Assert.DoesNotContain("idle-fee", tile, StringComparison.Ordinal);
        Assert.DoesNotContain("recover", tile, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Named(params string[] names) =>
        names.SelectMany(name =>
            (string[])
                [
                    $"{Items}?filter={name}%20IS%20NULL&{Day}",
                    $"{Items}?filter={name}%20%3D%20'x'&{Day}",
                    $"{Items}?filter={name}%20%3E%201000&count=exact&limit=1&{Day}",
                    $"{Items}?sortby={name}&{Day}",
                    $"{Items}?properties={name}&{Day}",
                    $"{Evaluations}?properties={name}&{Day}",
                ]
        );

    /// <summary>An idle plot, one of low efficiency and one that is in order.</summary>
    private static void Fill(IPlotStore store, string holder, decimal factor, double moves)
    {
        Plot[] plots =
        [
            Plot(0, holder, factor, moves) with
            {
                Progress = new() { ObservedOn = new(2026, 6, 1), Begun = false },
            },
            Built(Plot(1, holder, factor, moves), 10_000 * factor),
            Built(Plot(2, holder, factor, moves), 60_000_000 * factor),
        ];
        using var import = store.BeginImport();
        foreach (var plot in plots)
            import.Put(plot);
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    private static Plot Plot(int index, string holder, decimal factor, double moves) =>
        SmallPark.Plot(index) with
        {
            Stage = SupplyStage.Supplied,
            Zone = "东区",
            Name = holder + "地块",
            Holder = holder,
            CreditCode = "9133110" + factor,
            GrantedUse = LandUses.Find("工业用地", "0601"),
            ActualUse = LandUses.Find("工业用地", "0601"),
            StatedArea = Area.FromMu(30),
            Shape = SmallPark.Square(119.0005 + (index * 0.1) + moves, 28.4 + moves),
            Remark = holder,
            Grant = new()
            {
                SignedOn = new(2020, 1, 1),
                ActualDelivery = new(2020, 3, 1),
                AgreedStart = new(2021, 1, 1),
                AgreedCompletion = new(2022, 1, 1),
                Price = Money.FromYuan(10_000_000 * factor),
                SupervisionNumber = "33110020" + factor,
                AgreedTaxPerMu = 200_000 * factor,
                AgreedInvestment = Money.FromYuan(1_000_000 * factor),
            },
        };

    private static Plot Built(Plot plot, decimal tax) =>
        plot with
        {
            Progress = new()
            {
                ObservedOn = new(2026, 6, 1),
                Begun = true,
                BegunOn = new(2020, 12, 1),
                Completed = true,
                CompletedOn = new(2021, 12, 1),
                InProduction = true,
                InProductionOn = new(2022, 1, 1),
                Invested = Money.FromYuan(tax),
            },
            Years =
            [
                .. Enumerable
                    .Range(2022, 4)
                    .Select(year => new PlotYear
                    {
                        Year = year,
                        Tax = Money.FromYuan(tax),
                        Output = Money.FromYuan(tax * 20),
                    }),
            ],
        };

    private static Task<RunningService> StartAsync(Role role) =>
        RunningService.StartAsync(fill: store =>
        {
            Fill(store, "甲精密机械有限公司", 1, 0);
            Keys.Add(store, "用户", role);
        });

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(RunningService service, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", Keys.Secret("用户"));
        using var answer = await service.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
