using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.PostGis;
using LandLedger.PostGis.Cluster;
using LandLedger.Service.People;
using LandLedger.Service.Plots;

namespace LandLedger.Service.Tests.People;

/// <summary>
/// Two services: over a store with all that there is, and over one that never had what is hidden. Who has it hidden from him must get the same
/// answers from both, to the byte.
/// </summary>
internal sealed partial class Twin : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero);

    private readonly RunningService _whole;
    private readonly RunningService _bare;

    private Twin(RunningService whole, RunningService bare) => (_whole, _bare) = (whole, bare);

    /// <summary>With a token of that role and scope in both.</summary>
    public static async Task<Twin> StartAsync(
        Role role,
        Scope scope,
        Action<IPlotStore> whole,
        Action<IPlotStore> bare,
        bool database = false
    ) => new(await StartAsync(role, scope, whole, database), await StartAsync(role, scope, bare, database));

    /// <summary>The one answer of both; that of the whole store where they differ.</summary>
    public async Task<(HttpStatusCode Status, byte[] Body)> SameAsync(string address)
    {
        var whole = await AskAsync(_whole, address);
        var bare = await AskAsync(_bare, address);
        Assert.Equal(bare.Status, whole.Status);
        Assert.True(
            whole.Body.AsSpan().SequenceEqual(bare.Body),
            $"{address}\n{Text(whole.Body)}\nwithout what is hidden:\n{Text(bare.Body)}"
        );
        return whole;
    }

    /// <summary>What the whole store answers to who sees all.</summary>
    public Task<(HttpStatusCode Status, byte[] Body)> OfAllAsync(string address) => AskAsync(_whole, address, "管理员");

    /// <summary>Waits until the whole store has kept where all plots lie that those of a sight see.</summary>
    public async Task KeptAsync(DateOnly day, Sight sight)
    {
        var (kept, store) = (_whole.Part<KeptFeatures>(), _whole.Part<OpenStore>().Get());
        for (var wait = 0; wait < 500 && kept.Last(store)?.PlacesOn(day, sight) is null; wait++)
            await Task.Delay(20);
        Assert.NotNull(kept.Last(store)!.PlacesOn(day, sight));
    }

    public async ValueTask DisposeAsync()
    {
        await _whole.DisposeAsync();
        await _bare.DisposeAsync();
    }

    private static Task<RunningService> StartAsync(Role role, Scope scope, Action<IPlotStore> fill, bool database)
    {
        if (!database)
            return RunningService.StartAsync(o => o with { Clock = new StoppedClock(Now) }, Filled);
        var address = Databases.Store();
        using (var store = PostGisStore.Open(DatabaseAddress.Parse(address), StoreMode.Write))
            Filled(store);
        return RunningService.StartAsync(o => o with { Clock = new StoppedClock(Now), Store = address });

        void Filled(IPlotStore store)
        {
            fill(store);
            Keys.Add(store, "用户", role, scope);
            Keys.Add(store, "管理员", Role.Admin);
        }
    }

    private static async Task<(HttpStatusCode Status, byte[] Body)> AskAsync(
        RunningService service,
        string address,
        string user = "用户"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        // The same address on both, as links name it.
        request.Headers.Host = "park.example";
        request.Headers.Authorization = new("Bearer", Keys.Secret(user));
        using var answer = await service.Client.SendAsync(request);
        return (answer.StatusCode, Plain(await answer.Content.ReadAsByteArrayAsync(), service));
    }

    /// <summary>
    /// Entries of the ledger are numbered through the whole of it, whatever they are about; that is told. Databases have names of their own.
    /// </summary>
    private static byte[] Plain(byte[] body, RunningService service)
    {
        var name = service.Part<ServiceOptions>().Store.Name;
        var text = Text(body);
        var plain = Entry().Replace(text, "\"entry\":0").Replace(name, "park", StringComparison.Ordinal);
        return plain == text ? body : System.Text.Encoding.UTF8.GetBytes(plain);
    }

    [System.Text.RegularExpressions.GeneratedRegex("\"entry\":[0-9]+|第 [0-9]+ 条，|<tr><td>[0-9]+</td>")]
    private static partial System.Text.RegularExpressions.Regex Entry();

    private static string Text(byte[] body) => System.Text.Encoding.UTF8.GetString(body);
}
