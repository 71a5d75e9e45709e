using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Service.People;
using static LandLedger.Service.Tests.JsonRequests;

namespace LandLedger.Service.Tests.People;

/// <summary>Plots outside of a user's scope: nothing tells him that they are there.</summary>
public sealed class HiddenPlotsTests
{
    private const string Day = "asOf=2026-06-30";
    private const string Items = "/collections/plots/items";

    /// <summary>Row and column at zoom 14 of a plot that is seen and, a tenth of a degree further east, of one that is not.</summary>
    private static readonly string[] Tiles = ["14/6843/13607", "14/6843/13612", "7/53/106", "0/0/0"];

    private static readonly Scope[] Scopes = [new(["331100"], []), new([], ["东区"]), new(["331100"], ["东区"])];

    private static readonly string[] Addresses =
    [
        "/",
        "/collections",
        "/collections/plots",
        "/collections/zones",
        "/collections/plots/tiles/WebMercatorQuad",
        "/collections/plots/schema",
        $"{Items}?limit=100&{Day}",
        $"{Items}?limit=2&{Day}",
        $"{Items}?limit=2&cursor=WyIzMzExMDAiLCJQLTAwMSJd&{Day}",
        $"{Items}?limit=1&count=exact&{Day}",
        $"{Items}?limit=1&count=estimate&{Day}",
        $"{Items}?limit=1&count=exact&bbox=119.05,28,119.35,29&{Day}",
        $"{Items}?limit=1&count=estimate&bbox=119.05,28,119.35,29&{Day}",
        $"{Items}?limit=1&count=exact&category=not-supplied&{Day}",
        $"{Items}?bbox=119.09,28.39,119.11,28.41&{Day}",
        $"{Items}?filter=stated_mu%20%3E%201&{Day}",
        $"{Items}?filter=county%20%3D%20'331101'&{Day}",
        $"{Items}?filter=county%20%3C%3E%20'331101'&count=exact&limit=1&{Day}",
        $"{Items}?filter=zone%20%3D%20'%E8%A5%BF%E5%8C%BA'%20OR%20zone%20IS%20NULL&{Day}",
        $"{Items}?filter=NOT%20(plot%20%3D%20'P-001')&{Day}",
        $"{Items}?filter=S_INTERSECTS(geometry,BBOX(118,27,121,30))&{Day}",
        $"{Items}?filter=category%20%3D%20'not-supplied'&{Day}",
        $"{Items}?zone=%E8%A5%BF%E5%8C%BA&{Day}",
        $"{Items}?sortby=-stated_mu,plot&limit=3&{Day}",
        $"{Items}?sortby=zone&limit=1&count=exact&{Day}",
        $"/collections/plots/whole?{Day}",
        $"/collections/plots/whole?category=not-supplied&{Day}",
        $"/collections/evaluations/items?limit=100&{Day}",
        $"/collections/evaluations/whole?{Day}",
        $"/collections/zones/items?{Day}",
        $"/collections/zones/items/331100:%E8%A5%BF%E5%8C%BA?{Day}",
        $"/collections/zones/items/331101:%E4%B8%9C%E5%8C%BA?{Day}",
        $"/acreage?by=zone,use,category&plots=true&{Day}",
        $"/acreage?{Day}",
        $"/disposal-lists/preview?f=json&{Day}",
        $"/forms/survey?{Day}",
        $"/forms/land-market?category=reserve,not-supplied&{Day}",
        $"/disposal-lists/preview?f=csv&held=true&{Day}",
        $"/disposal-lists/preview?f=geojson&category=reserve,not-supplied&{Day}",
        "/cases",
        "/cases?plot=H-001",
        "/cases?limit=1",
        "/cases/2026-0001",
        "/cases/2026-0002",
        "/cases/2026-0002/allowed",
        "/cases/due?on=2026-12-31",
        .. Tiles.Select(tile => $"/collections/plots/tiles/WebMercatorQuad/{tile}?{Day}"),
        .. Ids.SelectMany(id =>
            (string[])
                [
                    $"{Items}/{id}?{Day}",
                    $"/collections/evaluations/items/{id}?{Day}",
                    $"/plots/{id}/evaluation?{Day}",
                    $"/plots/{id}/file?f=html&{Day}",
                ]
        ),
    ];

    /// <summary>Seen, of a zone that may not be, of two counties, of another one alone, and none at all.</summary>
    private static string[] Ids =>
        ["P-001", "P-002", "P-003", "331100:P-001", "331101:P-001", "H-001", "331101:H-001", "none"];

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task All_answers_are_those_of_a_store_that_never_had_them(int which, bool database)
    {
        var scope = Scopes[which];
        await using var twin = await Twin.StartAsync(
            Role.Officer,
            scope,
            store => Fill(store, _ => true),
            store => Fill(store, plot => scope.Holds(plot.County, plot.Zone)),
            database
        );
        var differs = 0;
        foreach (var address in Addresses)
        {
            // Twice: the second answer may be of what was kept of the first, or of who sees all.
            var seen = await twin.SameAsync(address);
            var all = await twin.OfAllAsync(address);
            if (!seen.Body.AsSpan().SequenceEqual(all.Body))
                differs++;
            await twin.SameAsync(address);
        }
        // Else there was nothing to hide.
        Assert.True(differs > Addresses.Length / 2, $"{differs} of {Addresses.Length}");
    }

    [Fact]
    public async Task A_box_that_is_halved_again_and_again_finds_nothing_that_is_hidden()
    {
        await using var twin = await Twin.StartAsync(
            Role.Officer,
            Scopes[0],
            store => Fill(store, _ => true),
            store => Fill(store, plot => plot.County == "331100")
        );
        var (west, east) = (119.0, 120.0);
        for (var i = 0; i < 24; i++)
        {
            var middle = (west + east) / 2;
            var box = FormattableString.Invariant($"{west},28,{middle},29");
            await twin.SameAsync($"{Items}?limit=1&count=exact&bbox={box}&{Day}");
            await twin.SameAsync($"{Items}?limit=1&count=estimate&bbox={box}&{Day}");
            // Towards a plot of the other county.
            (west, east) = middle > 119.2505 ? (west, middle) : (middle, east);
        }
    }

    [Fact]
    public async Task What_is_not_seen_is_not_written_about_and_what_is_written_is_the_stores_own()
    {
        await using var service = await RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero)) },
            store =>
            {
                using (var import = store.BeginImport())
                {
                    import.Put(SmallPark.Plot(0));
                    import.Put(SmallPark.Plot(1, "331101") with { Number = "H-002" });
                    import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
                }
                Keys.Add(store, "本县", Role.Officer, Scopes[0]);
                Keys.Add(store, "邻县", Role.Officer, new Scope(["331101"], []));
            }
        );

        var hidden = await RefusedAsync(service, "/cases", Suspect("H-002", "331101"));
        var none = await RefusedAsync(service, "/cases", Suspect("X-002", "331101"));
        Assert.Equal(none.Replace("X-002", "H-002", StringComparison.Ordinal), hidden);

        using (var own = await PostAsync(service, "/cases", Suspect("P-001", "331100"), By("本县")))
            Assert.Equal(HttpStatusCode.Created, own.StatusCode);
        using (var other = await PostAsync(service, "/cases", Suspect("H-002", "331101"), By("邻县")))
            Assert.Equal(HttpStatusCode.Created, other.StatusCode);
        var note = new JsonObject
        {
            ["kind"] = "note",
            ["day"] = "2026-11-30",
            ["reason"] = "巡查",
        };
        Assert.Equal(
            (await RefusedAsync(service, "/cases/2026-0003/steps", note)).Replace(
                "0003",
                "0002",
                StringComparison.Ordinal
            ),
            await RefusedAsync(service, "/cases/2026-0002/steps", note)
        );

        // A key that another user has used, of a case that is hidden: told as one of a case that is seen.
        var key = ("Idempotency-Key", "k-1");
        using (var first = await PostAsync(service, "/cases/2026-0002/steps", note, By("邻县"), key))
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await OtherKeyAsync("/cases/2026-0001/steps", note);
        await OtherKeyAsync("/cases", Suspect("P-001", "331100"));

        using var store = GeoPackageStore.Open(service.StorePath, StoreMode.Read);
        // Both plots, the calendar, package and procedure that the first case goes by, a step of each case, and a note.
        Assert.Equal(8, store.Ledger.Head().Number);
        Assert.Empty(ProjectionCheck.Faults(store));

        async Task OtherKeyAsync(string path, JsonObject body)
        {
            using var answer = await PostAsync(service, path, body, By("本县"), key);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var told = await answer.Content.ReadAsStringAsync();
            Assert.Contains("\"code\":\"key-other\"", told, StringComparison.Ordinal);
            Assert.DoesNotContain("2026-0002", told, StringComparison.Ordinal);
            Assert.DoesNotContain("H-002", told, StringComparison.Ordinal);
        }
    }

    /// <summary>Pages are found without the store once all plots are kept: those of a sight for those of that sight alone.</summary>
    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Viewer)]
    public async Task What_is_kept_for_one_sight_is_shown_to_no_other(Role role)
    {
        var scope = new Scope([], ["东区"]);
        await using var twin = await Twin.StartAsync(role, scope, Many(_ => true), Many(plot => plot.Zone == "东区"));
        string[] addresses =
        [
            .. Enumerable
                .Range(0, 12)
                .Select(i =>
                    FormattableString.Invariant(
                        $"{Items}?limit=2&bbox={119 + (i * 0.3)},28,{119.4 + (i * 0.3)},29&{Day}"
                    )
                ),
            $"{Items}?limit=100&{Day}",
            $"{Items}?limit=3&bbox=119,28,160,29&{Day}",
        ];
        foreach (var address in addresses)
            await twin.OfAllAsync(address);
        await twin.KeptAsync(new(2026, 6, 30), new(Scope.All, FieldGroups.None));
        foreach (var address in addresses)
            await twin.SameAsync(address);
        await twin.KeptAsync(new(2026, 6, 30), new(scope, role.Hides()));
        foreach (var address in addresses)
        {
            var all = await twin.OfAllAsync(address);
            Assert.NotEqual(all.Body, (await twin.SameAsync(address)).Body);
        }

        static Action<IPlotStore> Many(Func<Plot, bool> has) =>
            store =>
            {
                using var import = store.BeginImport();
                foreach (var plot in Enumerable.Range(0, 40).Select(i => SmallPark.Plot(i)).Where(has))
                    import.Put(plot);
                import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
            };
    }

    private static JsonObject Suspect(string plot, string county) =>
        new()
        {
            ["plot"] = plot,
            ["county"] = county,
            ["procedure"] = "idle",
            ["kind"] = "suspect",
            ["day"] = "2026-03-02",
            ["facts"] = new JsonObject { ["suspicion"] = "未动工" },
        };

    private static (string, string) By(string name) => ("Authorization", "Bearer " + Keys.Secret(name));

    private static async Task<string> RefusedAsync(RunningService service, string path, JsonObject body)
    {
        using var answer = await PostAsync(service, path, body, By("本县"));
        Assert.False(answer.IsSuccessStatusCode);
        return $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    /// <summary>What is kept by a cut store, and cases about it; those that are hidden come last, so that numbers are the same without them.</summary>
    private static void Fill(IPlotStore store, Func<Plot, bool> has)
    {
        Plot[] plots =
        [
            SmallPark.Plot(0),
            SmallPark.Plot(1),
            SmallPark.Plot(2),
            SmallPark.Plot(3) with
            {
                Zone = null,
            },
            SmallPark.Plot(4),
            SmallPark.Plot(0, "331101") with
            {
                Shape = SmallPark.Square(119.25, 28.4),
            },
            SmallPark.Plot(1, "331101") with
            {
                Number = "H-001",
                Zone = "西区",
                Shape = SmallPark.Square(119.26, 28.4),
            },
            SmallPark.Plot(2, "") with
            {
                Number = "H-002",
                Zone = null,
                Shape = SmallPark.Square(119.27, 28.4),
            },
        ];
        using (var import = store.BeginImport())
        {
            foreach (var plot in plots.Where(has))
                import.Put(plot);
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        var book = new CaseBook(store, HolidayCalendar.Default);
        foreach (var plot in (Plot[])[plots[0], plots[6]])
        {
            if (has(plot))
                Assert.NotNull(
                    book.Open(
                        PlotKey.Of(plot),
                        "idle",
                        new()
                        {
                            Kind = "suspect",
                            Day = new(2026, 3, 2),
                            Who = "王办",
                            Role = Role.Officer,
                            Facts = new Dictionary<string, Fact> { ["suspicion"] = Fact.Of("未动工") },
                        },
                        new() { At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero) }
                    ).Filed
                );
        }
    }
}
