using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Tests.Ledger;

/// <summary>Entries of the sample park's ledger are altered: each check ends with faults or a sentence, never with an exception.</summary>
public sealed class AlteredLedgerTests(LedgerPark park) : IClassFixture<LedgerPark>
{
    /// <summary>The verifier in Python shares no line with ours: both must find the same ledgers sound.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Both_verifiers_agree_on_what_was_altered_and_what_was_not(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var rows = park.Rows.ToList();
            var told = Alteration.Of(random, rows);
            var path = park.Copy(rows);
            var same = rows.Count == park.Rows.Count && rows.Zip(park.Rows).All(pair => Same(pair.First, pair.Second));

            var sound = Chain(path).Count == 0;

            Assert.True(same == sound, told);
            Assert.True(Independent(path) == sound, told);
            Answer(path, rows[random.Next(rows.Count)].About);
        }
    }

    /// <summary>Who alters an entry can make the chain anew: then what it says must be read without an exception, or be named.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void What_is_altered_under_a_chain_made_anew_is_read_or_named(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var rows = park.Rows.ToList();
            var at = random.Next(rows.Count);
            _ = Alteration.Shape(random, rows, at);
            Answer(park.Chained(rows), rows[at].About);
        }
    }

    [Theory]
    [InlineData("says.stated_mu", "\"many\"", "stated_mu")]
    [InlineData("says.stated_mu", "[1]", "stated_mu")]
    [InlineData("says.stated_mu", "1e40", "stated_mu")]
    [InlineData("says.agreed_start", "20240101", "agreed_start")]
    [InlineData("says.agreed_start", "\"2023-02-29\"", "agreed_start")]
    [InlineData("says.supplements", "{\"signed_on\":\"2024-01-01\"}", "supplements")]
    [InlineData("says.supplements", "[\"2024-01-01\"]", "supplements")]
    [InlineData("says.years", "[{\"tax\":1}]", "years")]
    [InlineData("says.years", "[{\"year\":99999999999}]", "years")]
    [InlineData("says.measured", "{\"mu\":1}", "measured")]
    [InlineData("says.shape", "{\"crs\":\"EPSG:4490\",\"wkb\":\"%\"}", "shape")]
    [InlineData("says.holder", "\"\\ud800\"", "holder")]
    [InlineData("says.holdre", "\"x\"", "holdre")]
    [InlineData("says.plot", "\"other\"", "plot")]
    [InlineData("says.county", "\"999999\"", "county")]
    [InlineData("says", "null", null)]
    [InlineData("says", "[]", null)]
    [InlineData("about", "null", null)]
    [InlineData("kind", "7", null)]
    [InlineData("at", "\"yesterday\"", null)]
    [InlineData("from", "\"file.csv\"", null)]
    [InlineData("number", "1.5", null)]
    public void An_entry_of_another_shape_is_named_by_its_number_and_what_is_wrong(
        string member,
        string value,
        string? field
    )
    {
        var rows = park.Rows.ToList();
        var at = rows.FindIndex(row => row.About.StartsWith("plots/", StringComparison.Ordinal));
        rows[at] = rows[at] with { Bytes = With(rows[at], member, value) };
        var path = park.Chained(rows);

        var fault = Assert.Single(Chain(path));

        Assert.Equal(
            (field is null ? "unreadable" : "says", at + 1L, field),
            (fault.Code, fault.Number, fault.Arguments.GetValueOrDefault("field"))
        );
        Assert.NotEmpty(Projection(path));
        using var store = GeoPackageStore.Open(path, StoreMode.Read);
        var history = Assert.Throws<StoreException>(() =>
            PlotHistory.At(store.Ledger, KeyOf(rows[at].About)!.Value, null, null)
        );
        Assert.Contains($"Entry {at + 1} ({rows[at].About})", history.Message, StringComparison.Ordinal);
        Assert.Equal("ledger", Assert.Throws<StoreException>(() => Rebuilt(store)).Code);
    }

    [Theory]
    [InlineData("says.name", "null")]
    [InlineData("says.name", "[]")]
    [InlineData("says.credit_code", "\"91330000000000000X\"")]
    [InlineData("says.occupancies", "[{\"share\":1}]")]
    [InlineData("says.occupancies", "7")]
    [InlineData("says.years", "[{\"year\":\"2024\"}]")]
    [InlineData("says.years", "[{\"staff\":1}]")]
    [InlineData("says.stff", "1")]
    public void So_is_one_of_a_firm(string member, string value)
    {
        var rows = park.Rows.ToList();
        var at = rows.FindLastIndex(row => row.About.StartsWith("firms/", StringComparison.Ordinal));
        rows[at] = rows[at] with { Bytes = With(rows[at], member, value) };
        var path = park.Chained(rows);

        var fault = Assert.Single(Chain(path));

        Assert.Equal(("says", at + 1L), (fault.Code, fault.Number));
        Assert.Contains(Projection(path), found => found.About == rows[at].About);
    }

    /// <summary>All that is made of the entries: a clear sentence is the only other end.</summary>
    private void Answer(string path, string about)
    {
        _ = Projection(path);
        using (var store = GeoPackageStore.Open(path, StoreMode.Read))
        {
            if (KeyOf(about) is { } plot)
                Answered(() =>
                    PlotHistory.At(store.Ledger, plot, new(2026, 12, 31), new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero))
                );
            Answered(() => Rebuilt(store));
        }
        File.Delete(path);

        static void Answered(Action answer)
        {
            if (Record.Exception(answer) is { } trouble)
                Assert.Equal("ledger", Assert.IsType<StoreException>(trouble).Code);
        }
    }

    private void Rebuilt(GeoPackageStore store)
    {
        using var into = GeoPackageStore.Open(park.Fresh(), StoreMode.Create);
        Rebuild.Into(into, store.Ledger, new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
    }

    private static List<LedgerFault> Chain(string path)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Read);
        return [.. LedgerCheck.Faults(store.Ledger)];
    }

    private static List<LedgerFault> Projection(string path)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Read);
        return [.. ProjectionCheck.Faults(store)];
    }

    private static bool Independent(string path)
    {
        var verifier = Path.Combine(LedgerPark.Root, "tests", "ledger", "verify.py");
        var start = new ProcessStartInfo("python3", [verifier, path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", errors.Result);
        Assert.Matches("^[0-9]+:[0-9a-f]{64}\n", told);
        return process.ExitCode == 0;
    }

    private static byte[] With(LedgerRow row, string member, string value)
    {
        var entry = JsonNode.Parse(row.Bytes.Span)!;
        if (member.Split('.') is [var says, var fact])
            entry[says]![fact] = "@@";
        else
            entry[member] = "@@";
        return Encoding.UTF8.GetBytes(
            entry.ToJsonString(Alteration.Plain).Replace("\"@@\"", value, StringComparison.Ordinal)
        );
    }

    private static bool Same(LedgerRow one, LedgerRow other) =>
        one with { Bytes = default } == other with { Bytes = default }
        && one.Bytes.Span.SequenceEqual(other.Bytes.Span);

    private static PlotKey? KeyOf(string about) =>
        about.Split('/') is ["plots", var county, var number] ? new(county, number) : null;
}
