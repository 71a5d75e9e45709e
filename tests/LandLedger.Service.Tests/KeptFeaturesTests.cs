using System.Globalization;
using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Service.Plots;

namespace LandLedger.Service.Tests;

/// <summary>Features that are made once and sent again.</summary>
public sealed class KeptFeaturesTests
{
    private const string Page = "/collections/plots/items?asOf=2026-06-30&limit=1000";
    private const string Box = Page + "&bbox=119,28,150,29";
    private static readonly FeatureForm Form = new(
        new(2026, 6, 30),
        new(LandLedger.People.Scope.All, LandLedger.People.FieldGroups.None),
        "plot",
        Geometry.CrsTable.LonLat,
        null,
        false,
        Texts.Chinese,
        ""
    );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_is_the_same_again_and_shows_what_was_written_in_between(bool database)
    {
        await using var over = await Over.StartAsync(database, 30);
        foreach (var page in (string[])[Page, Box, Page + "&filter=plot>'P-000'", Page + "&properties=plot,holder"])
        {
            var first = await over.FeaturesAsync(page);
            Assert.Equal(30, first.Count);
            Assert.Equal(first, await over.FeaturesAsync(page));

            var holder = $"公司{page.Length}";
            over.Write(SmallPark.Plot(7) with { Holder = holder });
            var then = await over.FeaturesAsync(page);
            Assert.Contains(holder, then[7], StringComparison.Ordinal);
            Assert.Equal([7], Enumerable.Range(0, 30).Where(i => first[i] != then[i]));
        }
    }

    /// <summary>So that a database sends plots with the answer that names them as long as hardly any is kept, and no longer.</summary>
    [Fact]
    public async Task Plots_are_asked_for_at_once_until_most_of_a_page_are_kept()
    {
        await using var over = await Over.StartAsync(false, 30);
        var kept = over.Part<KeptFeatures>();
        await over.FeaturesAsync(Page);
        Assert.True(kept.FewAreKept);
        for (var i = 0; i < 8; i++)
            await over.FeaturesAsync(Page);
        Assert.False(kept.FewAreKept);
        over.Write(SmallPark.Plot(7) with { Holder = "甲" });
        await over.FeaturesAsync(Page);
        Assert.True(kept.FewAreKept);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_plots_are_made_in_a_form_that_several_pages_were_asked_for_in(bool database)
    {
        const int Plots = 700;
        await using var over = await Over.StartAsync(database, Plots);
        var (kept, store) = (over.Part<KeptFeatures>(), over.Part<OpenStore>().Get());
        for (var page = 0; page < 8; page++)
        {
            Assert.InRange(Known(), 0, Plots / 2);
            Assert.NotEmpty(await over.FeaturesAsync($"{Page[..^4]}5&filter=plot>'P-{page * 10:000}'"));
        }
        for (var wait = 0; wait < 500 && Known() < Plots; wait++)
            await Task.Delay(20);
        Assert.Equal(Plots, Known());
        for (var wait = 0; wait < 500 && kept.Last(store)?.PlacesOn(Form.AsOf, Form.Sight) is null; wait++)
            await Task.Delay(20);
        Assert.NotNull(kept.Last(store)!.PlacesOn(Form.AsOf, Form.Sight));
        var all = await over.FeaturesAsync(Page);
        Assert.Equal(Plots, all.Count);
        // Asked with a filter, pages come from the store.
        Assert.Equal(await over.FeaturesAsync(Box + "&filter=plot>''"), await over.FeaturesAsync(Box));
        over.Write(SmallPark.Plot(699) with { Holder = "甲" });
        Assert.Equal([699], Enumerable.Range(0, Plots).Except(await SameAsync(all)));

        int Known()
        {
            using var marks = store.Page(new() { On = Form.AsOf, Limit = Plots + 1 });
            return marks.State is { } state && kept.Last(store) is { } last && last.State == state
                ? marks.Marks.Count(mark => last.Find(Form with { Columns = "plots" }, mark) is not null)
                : 0;
        }

        async Task<IEnumerable<int>> SameAsync(List<string> before)
        {
            var now = await over.FeaturesAsync(Page);
            return Enumerable.Range(0, Plots).Where(i => now[i] == before[i]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tile_is_the_same_again_and_shows_what_was_written_in_between(bool database)
    {
        const string Tile = "/collections/plots/tiles/WebMercatorQuad/8/106/212?asOf=2026-06-30";
        await using var over = await Over.StartAsync(database, 10);
        var first = await over.BytesAsync(Tile);
        Assert.NotEmpty(first);
        Assert.Equal(first, await over.BytesAsync(Tile));
        Assert.NotEqual(first, await over.BytesAsync(Tile + "&shifted=gcj02"));

        var area = first.AsSpan().IndexOf(BitConverter.GetBytes(77.25));
        Assert.Equal(-1, area);
        over.Write(SmallPark.Plot(3) with { StatedArea = Area.FromMu(77.25m) });
        Assert.NotEqual(-1, (await over.BytesAsync(Tile)).AsSpan().IndexOf(BitConverter.GetBytes(77.25)));
    }

    [Fact]
    public async Task Each_form_of_a_feature_is_kept_by_itself()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        string[] forms =
        [
            "",
            "&crs=http://www.opengis.net/def/crs/EPSG/0/4490",
            "&decimals=2",
            "&shifted=gcj02",
            "&properties=plot",
            "&properties=holder",
            "&asOf=2024-01-01",
        ];
        var answers = new List<string>();
        foreach (var round in (int[])[1, 2])
        {
            foreach (var items in (string[])["plots", "evaluations"])
            {
                foreach (
                    var form in forms.Where(form =>
                        items == "plots" || !form.Contains("holder", StringComparison.Ordinal)
                    )
                )
                    answers.Add(
                        string.Join('\n', await FeaturesAsync(service, $"/collections/{items}/items?limit=10{form}"))
                    );
            }
        }
        var half = answers.Count / 2;
        Assert.Equal(answers[..half], answers[half..]);
        Assert.All(answers, answer => Assert.Contains("P-003", answer, StringComparison.Ordinal));
        // The day shows in no property of plots in reserve; all else does.
        Assert.InRange(answers[..half].Distinct().Count(), half - 1, half);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Readers_beside_a_writer_get_answers_of_one_state_each_and_never_an_older_one_than_before(
        bool database
    )
    {
        const int Plots = 300;
        await using var over = await Over.StartAsync(database, Plots);
        void Write(int commit) =>
            over.Write([.. Enumerable.Range(0, Plots).Select(i => SmallPark.Plot(i) with { Holder = $"h{commit}." })]);
        Write(0);
        using var done = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 3)
            .Select(reader =>
                Task.Run(async () =>
                {
                    var seen = 0;
                    for (var last = 0; !done.IsCancellationRequested; seen++)
                    {
                        var features = await over.FeaturesAsync(reader == 0 ? Box : Page);
                        Assert.Equal(Plots, features.Count);
                        var states = features.Select(HolderOf).Distinct().ToList();
                        Assert.InRange(Assert.Single(states), last, int.MaxValue);
                        last = states[0];
                    }
                    return seen;
                })
            )
            .ToArray();
        for (var commit = 1; commit <= 25; commit++)
        {
            await Task.Run(() => Write(commit));
            // Some states stand long enough to be kept, others are gone before they have been read.
            if (commit % 3 == 0)
                await Task.Delay(100);
        }
        var after = await over.FeaturesAsync(Page);
        await done.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.InRange(seen, 3, int.MaxValue));
        Assert.All(after, feature => Assert.Equal(25, HolderOf(feature)));
    }

    [Fact]
    public void No_more_bytes_are_kept_than_allowed_and_what_is_asked_for_again_stays()
    {
        const int Most = 100_000;
        using var store = new Nowhere();
        var kept = new KeptFeatures(store.Options with { KeptBytes = Most }).Of(store.Store, "1");
        for (var i = 0; i < 5000; i++)
        {
            kept.Keep(Form, Key(i), new(i, null, new byte[600]));
            Assert.NotNull(kept.Find(Form, new(Key(0), 0)));
        }
        var left = Enumerable.Range(0, 5000).Where(i => Holds(i)).ToList();
        Assert.InRange(left.Count, 60, Most / 4 * 3 / 600);
        Assert.Equal([0, 4999], (int[])[left[0], left[^1]]);
        // One that would take all the room is not kept at all.
        kept.Keep(Form, Key(1), new(1, null, new byte[Most]));
        Assert.False(Holds(1));

        bool Holds(int i) => kept.Find(Form, new(Key(i), i)) is not null;
        static PlotKey Key(int i) => new("331100", $"{i}");
    }

    [Fact]
    public void What_is_kept_of_one_state_or_row_is_not_found_in_another()
    {
        using var store = new Nowhere();
        var kept = new KeptFeatures(store.Options);
        PlotKey key = new("331100", "A");
        var first = kept.Of(store.Store, "1");
        first.Keep(Form, key, new(7, null, "{}"u8.ToArray()));
        Assert.NotNull(kept.Of(store.Store, "1").Find(Form, new(key, 7)));
        Assert.Null(first.Find(Form, new(key, 8)));
        Assert.Null(first.Find(Form with { Shifted = true }, new(key, 7)));
        var second = kept.Of(store.Store, "2");
        Assert.Null(second.Find(Form, new(key, 7)));
        // A page of the first state that is made late leaves nothing to those of the second.
        kept.Of(store.Store, "1").Keep(Form, key, new(7, null, "{}"u8.ToArray()));
        Assert.Null(kept.Of(store.Store, "2").Find(Form, new(key, 7)));
    }

    private static int HolderOf(string feature)
    {
        using var json = JsonDocument.Parse(feature);
        var holder = json.RootElement.GetProperty("properties").GetProperty("holder").GetString()!;
        return int.Parse(holder[1..^1], CultureInfo.InvariantCulture);
    }

    private static async Task<List<string>> FeaturesAsync(RunningService service, string address)
    {
        using var page = await service.GetAsync(address);
        return [.. page.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetRawText())];
    }

    /// <summary>A service over either store, and a way to write into it from beside.</summary>
    private sealed class Over(RunningService service, string store) : IAsyncDisposable
    {
        public static async Task<Over> StartAsync(bool database, int plots)
        {
            if (!database)
            {
                var file = await RunningService.StartAsync(fill: SmallPark.Of(plots));
                return new(file, file.StorePath);
            }
            var address = Databases.Store();
            return new(await DatabaseTests.OverAsync(address, plots), address);
        }

        public T Part<T>()
            where T : notnull => service.Part<T>();

        public Task<List<string>> FeaturesAsync(string address) => KeptFeaturesTests.FeaturesAsync(service, address);

        public Task<byte[]> BytesAsync(string address) => service.Client.GetByteArrayAsync(address);

        public void Write(params Plot[] plots)
        {
            using var beside = StorePlace.Of(store).Open(StoreMode.Write);
            using var import = beside.BeginImport();
            foreach (var plot in plots)
                import.Put(plot);
            import.Commit(DateTimeOffset.UnixEpoch, [], new ImportReport { Outcome = ImportOutcome.Done, Files = [] });
        }

        public ValueTask DisposeAsync() => service.DisposeAsync();
    }

    /// <summary>A store that nothing is read from.</summary>
    private sealed class Nowhere : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("landledger-test-").FullName;

        public Nowhere() => Store = StorePlace.Of(Path.Combine(_folder, "park.gpkg")).Open(StoreMode.Create);

        public IPlotStore Store { get; }

        public ServiceOptions Options =>
            new() { Store = Path.Combine(_folder, "park.gpkg"), Rules = Rules.RuleSets.Default };

        public void Dispose()
        {
            Store.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
