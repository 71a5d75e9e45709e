using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LandLedger.Geometry;
using LandLedger.GeoPackage;
using LandLedger.Import;

namespace LandLedger.Cli.Tests;

/// <summary>A collection in one answer, from a service whose memory is less than the answer is long.</summary>
public sealed class WholeCollectionTests : IDisposable
{
    private const int Plots = 200_000;

    /// <summary>Bytes that managed memory may not grow beyond.</summary>
    private const long Heap = 120 * 1024 * 1024;

    private readonly Scratch _scratch = new();

    [Fact]
    public async Task A_collection_longer_than_the_memory_of_the_service_comes_whole()
    {
        var store = _scratch["park.gpkg"];
        Fill(store);
        var address = $"http://127.0.0.1:{FreePort()}";
        using var service = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "LandLedger.Cli.dll"),
                    .. (string[])["serve", "--store", store, "--urls", address],
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                Environment = { ["DOTNET_GCHeapHardLimit"] = $"0x{Heap:X}" },
            }
        )!;
        _ = service.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            using var client = new HttpClient { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(5) };
            await ReadyAsync(client, service);
            var (features, bytes, end) = await ReadAsync(client, "/collections/plots/whole?asOf=2026-06-30");
            Assert.Equal(Plots, features);
            Assert.InRange(bytes, Heap + 1, long.MaxValue);
            using var tail = JsonDocument.Parse(
                "{\"features\":[" + end[(end.LastIndexOf("\n],", StringComparison.Ordinal) + 1)..]
            );
            Assert.Equal(Plots, tail.RootElement.GetProperty("numberReturned").GetInt32());
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _scratch.Dispose();

    /// <summary>Reads line by line and keeps the last kilobytes only.</summary>
    private static async Task<(int Features, long Bytes, string End)> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        using var lines = new StreamReader(stream, Encoding.UTF8);
        var (features, bytes, end) = (0, 0L, "");
        while (await lines.ReadLineAsync() is { } line)
        {
            features += line.StartsWith("{\"type\":\"Feature\"", StringComparison.Ordinal) ? 1 : 0;
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            end = (end.Length > 10_000 ? "" : end) + line + "\n";
        }
        return (features, bytes, end);
    }

    private static async Task ReadyAsync(HttpClient client, Process service)
    {
        for (var tries = 0; ; tries++)
        {
            Assert.False(service.HasExited, "The service has ended.");
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (tries < 600) { }
            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Fill(string path)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Create);
        using var import = store.BeginImport();
        for (var i = 0; i < Plots; i++)
            import.Put(Plot(i));
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    private static Plot Plot(int i)
    {
        const double Size = 0.0005;
        var (west, south) = (115 + (i % 500 * 0.001), 26 + (i / 500 * 0.001));
        double[] ring = [west, south, west + Size, south, west + Size, south + Size, west, south + Size, west, south];
        byte[] head = [1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0];
        byte[] wkb = [.. head, .. ring.SelectMany(BitConverter.GetBytes)];
        return new()
        {
            Number = $"P-{i:000000}",
            County = "360799",
            Zone = "东区",
            Stage = SupplyStage.Supplied,
            StatedArea = Area.FromMu(10.5m),
            Shape = new(wkb, "EPSG:4490", west, south, west + Size, south + Size),
        };
    }
}
