using System.Diagnostics;
using System.Text;

namespace LandLedger.Cli.Tests;

public sealed class ServeTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("zh", "http://0.0.0.0:0 以明文传输")]
    [InlineData("en", "http://0.0.0.0:0 is not encrypted")]
    [InlineData("zh", "发放第一个令牌：landledger token add --user 姓名 --role admin --store")]
    [InlineData("en", "Make the first token: landledger token add --user NAME --role admin --store")]
    public async Task Who_serves_to_other_machines_is_told_what_others_can_read_and_how_they_sign_in(
        string lang,
        string warning
    )
    {
        var store = _scratch["park.gpkg"];
        CommandRun.Of("import", _scratch.Write("a.csv", "地块编号,面积（亩）\nA1,10\n"), "--store", store).Expect(0);
        using var service = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "LandLedger.Cli.dll"),
                    .. (string[])["serve", "--store", store, "--urls", "http://0.0.0.0:0", "--lang", lang],
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            string? line;
            do line = await service.StandardOutput.ReadLineAsync(enough.Token);
            while (line?.Contains(warning, StringComparison.Ordinal) == false);
            Assert.NotNull(line);
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("--kept", "65537")]
    [InlineData("--kept", "-1")]
    [InlineData("--kept", "1.5")]
    [InlineData("LANDLEDGER_KEPT", "256MB")]
    public void Memory_that_is_no_number_of_MiB_in_range_is_told_with_what_is_in_range(string name, string value)
    {
        string[] serve = ["serve", "--store", _scratch["park.gpkg"], "--lang", "en"];
        var run = name[0] == '-' ? CommandRun.Of([.. serve, name, value]) : CommandRun.With([(name, value)], serve);
        Assert.Contains(
            $"{name}: \"{value}\" is not a whole number of MiB from 0 to 65536",
            run.Expect(2).Error,
            StringComparison.Ordinal
        );
    }

    /// <summary>What is in range gets as far as the store.</summary>
    [Theory]
    [InlineData("--kept", "0")]
    [InlineData("--kept", "65536")]
    [InlineData("LANDLEDGER_KEPT", "32")]
    public void Memory_in_range_is_taken(string name, string value)
    {
        string[] serve = ["serve", "--store", _scratch["none.gpkg"], "--lang", "en"];
        var run = name[0] == '-' ? CommandRun.Of([.. serve, name, value]) : CommandRun.With([(name, value)], serve);
        Assert.Contains("none.gpkg", run.Expect(3).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();
}
