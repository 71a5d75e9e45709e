using System.Net.Http.Headers;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Service.Tests.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LandLedger.Service.Tests;

/// <summary>A service on a free port over a store of its own, and a client that speaks to it.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _service;
    private readonly string _folder;

    private RunningService(WebApplication service, string folder)
    {
        _service = service;
        _folder = folder;
        var document = service.Services.GetRequiredService<OpenApi.OpenApiDocument>().Bytes;
        Contract = new(document, new HttpClientHandler());
        Client = new(Contract) { BaseAddress = new(service.Urls.First()) };
    }

    public HttpClient Client { get; }

    /// <summary>Stands between the client and the service.</summary>
    public HeldToContract Contract { get; }

    /// <summary>What the service maps, the page to try it aside.</summary>
    public IEnumerable<RouteEndpoint> Endpoints =>
        _service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public T Part<T>()
        where T : notnull => _service.Services.GetRequiredService<T>();

    public string StorePath => Path.Combine(_folder, "park.gpkg");

    public static async Task<RunningService> StartAsync(
        Func<ServiceOptions, ServiceOptions>? with = null,
        Action<GeoPackageStore>? fill = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("landledger-test-").FullName;
        var path = Path.Combine(folder, "park.gpkg");
        using (var store = GeoPackageStore.Open(path, StoreMode.Create))
            (fill ?? SmallPark.Of(0))(store);
        var options = new ServiceOptions
        {
            Store = path,
            Urls = "http://127.0.0.1:0",
            Rules = RuleSets.Default,
        };
        var service = ServiceHost.Build(with?.Invoke(options) ?? options);
        await service.StartAsync();
        return new(service, folder);
    }

    public async Task<JsonDocument> GetAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(address);
        return await ReadAsync(answer, expected);
    }

    /// <summary>Asks for a problem and checks that it is one: right status, right media type, no word of the inside.</summary>
    public async Task<JsonElement> ProblemAsync(HttpStatusCode status, string code, HttpRequestMessage request)
    {
        using var answer = await Client.SendAsync(request);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = await ReadAsync(answer, status);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        return problem.RootElement.Clone();
    }

    public Task<JsonElement> ProblemAsync(HttpStatusCode status, string code, string address) =>
        ProblemAsync(status, code, new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<JsonDocument> ImportAsync(
        IEnumerable<(string Name, byte[] Content)> files,
        string query = "",
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var answer = await Client.PostAsync("/imports" + query, Form(files));
        return await ReadAsync(answer, expected);
    }

    public static MultipartFormDataContent Form(IEnumerable<(string Name, byte[] Content)> files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "file", name);
        }
        return form;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _service.StopAsync();
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text);
    }
}
