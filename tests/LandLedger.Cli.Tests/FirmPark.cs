using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>A park whose firms are imported from tables written in a test, and the tax that its plots come to.</summary>
internal sealed class FirmPark : IDisposable
{
    private readonly Scratch _scratch = new();

    public FirmPark(string plots) => Import("台账.csv", plots).Expect(0);

    public CommandRun Import(string name, string text, params string[] options) =>
        Import([_scratch.Write(name, text)], options);

    public CommandRun Import(IEnumerable<string> files, params string[] options) =>
        CommandRun.Of([
            "import",
            .. files,
            "--store",
            _scratch["park.gpkg"],
            "--report",
            _scratch["r.json"],
            .. options,
        ]);

    public string Write(string name, string text) => _scratch.Write(name, text);

    public string Check() => CommandRun.Of("check", "--store", _scratch["park.gpkg"]).Expect(0).Out;

    public CommandRun Verify() => CommandRun.Of("verify", "--store", _scratch["park.gpkg"]);

    /// <summary>Codes of the last import's issues, with the plot or else the value of each.</summary>
    public IEnumerable<string> Issues(string code) =>
        JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!["issues"]!
            .AsArray()
            .Where(issue => (string?)issue!["code"] == code)
            .Select(issue => $"{issue!["line"]} {issue["plot"] ?? issue["value"]}");

    /// <summary>Tax per mu in yuan, to the fen, of each plot in order of county and number, as judged in 2026; null where it is unknown.</summary>
    public decimal?[] TaxPerMu()
    {
        var run = CommandRun
            .Of("evaluate", "--store", _scratch["park.gpkg"], "--as-of", "2026-06-30", "--format", "ndjson")
            .Expect(0);
        return
        [
            .. run
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => (decimal?)JsonNode.Parse(line)!["perMu"]!["tax"]!["value"])
                .Select(value => value is { } yuan ? Rounding.HalfUp(yuan, 2) : value),
        ];
    }

    public void Dispose() => _scratch.Dispose();
}
