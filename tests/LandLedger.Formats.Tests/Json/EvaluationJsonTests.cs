using System.Text;
using System.Text.Json;
using LandLedger.Formats.Json;
using LandLedger.Metrics;
using LandLedger.Rules;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Json;

public sealed class EvaluationJsonTests
{
    private static readonly Plot Plot = Sample.Plot("兴国-001", 25m, "东区") with
    {
        Measured = new(Area.FromSquareMetres(16_600.1234m), "EPSG:4526", Area.FromSquareMetres(16_603.5m)),
    };

    private static async Task<string> Lines(params Evaluation[] evaluations)
    {
        using var output = new MemoryStream();
        await EvaluationJson.WriteLinesAsync(output, evaluations, cancel: TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [Fact]
    public async Task An_idle_plot_has_every_member_that_was_promised()
    {
        var fee = new Measure(MeasureKind.IdleFee, Sample.Article2, Cause.Holder, Money.FromYuan(1234.565m));
        var text = await Lines(Sample.Of(Plot, Category.Idle, fee));

        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        Assert.Equal("兴国-001", json.GetProperty("plot").GetString());
        Assert.Equal("idle", json.GetProperty("category").GetString());
        Assert.Equal("not-established", json.GetProperty("cause").GetString());
        Assert.Equal("2024-03-02", json.GetProperty("idleSince").GetString());
        Assert.Equal("2026-11-22", json.GetProperty("asOf").GetString());
        // 16 600.1234 m² × 0.0015 = 24.9001851 mu; written exactly, not as a double.
        Assert.Equal("24.9001851", json.GetProperty("area").GetProperty("mu").GetRawText());
        Assert.Equal("plane EPSG:4526", json.GetProperty("area").GetProperty("basis").GetString());
        Assert.Equal("25", json.GetProperty("area").GetProperty("statedMu").GetRawText());
        // A million yuan over 25 mu.
        Assert.Equal("40000", json.GetProperty("perMu").GetProperty("tax").GetProperty("value").GetRawText());
        Assert.Equal("stated", json.GetProperty("perMu").GetProperty("tax").GetProperty("basis").GetString());
        Assert.Equal("stated", json.GetProperty("perMu").GetProperty("tax").GetProperty("figure").GetString());
        Assert.Equal(
            "figure-unknown",
            json.GetProperty("perMu").GetProperty("output").GetProperty("outcome").GetString()
        );
        var measure = Assert.Single(json.GetProperty("measures").EnumerateArray());
        Assert.Equal(
            ("idle-fee", "holder"),
            (measure.GetProperty("kind").GetString(), measure.GetProperty("ifCause").GetString())
        );
        Assert.Equal("1234.57", measure.GetProperty("amountYuan").GetRawText());
        var finding = json.GetProperty("findings")[0];
        Assert.Equal(
            ("idle.not-started", "met"),
            (finding.GetProperty("rule").GetString(), finding.GetProperty("verdict").GetString())
        );
        Assert.Equal("闲置土地处置办法", finding.GetProperty("clause").GetProperty("title").GetString());
        Assert.Equal("plain", json.GetProperty("rules").GetProperty("package").GetString());
    }

    [Fact]
    public void A_figure_shared_out_from_firms_says_so_and_by_which_rule()
    {
        var year = new PlotYear
        {
            Year = 2025,
            Basis = YearBasis.Shared,
            SharedBy = SharingKeys.SinglePlot | SharingKeys.LandArea,
            Tax = Money.FromWanYuan(50),
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2026, 6, 30)).Evaluate(Plot with { Years = [year] });
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            EvaluationJson.Write(writer, evaluation, sentences: true);

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        var perMu = document.RootElement.GetProperty("perMu");
        var tax = perMu.GetProperty("tax");
        // 500,000 yuan over 25 stated mu.
        Assert.Equal(20_000m, tax.GetProperty("value").GetDecimal());
        Assert.Equal("shared", tax.GetProperty("figure").GetString());
        Assert.Equal(
            ["single-plot", "land-area"],
            tax.GetProperty("sharedBy").EnumerateArray().Select(k => k.GetString())
        );
        Assert.Equal(JsonValueKind.Null, perMu.GetProperty("output").GetProperty("figure").ValueKind);
        Assert.Equal(Texts.Chinese["sharing.rule"], perMu.GetProperty("sharingRule").GetProperty("zh").GetString());
    }

    [Fact]
    public async Task Chinese_is_written_as_Chinese()
    {
        Assert.Contains("兴国-001", await Lines(Sample.Of(Plot)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undetermined_plot_names_the_missing_facts_and_has_no_cause()
    {
        using var document = JsonDocument.Parse(await Lines(Sample.Of(Sample.Plot("1", null), Category.Undetermined)));
        var json = document.RootElement;

        Assert.Equal("undetermined", json.GetProperty("category").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("cause").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("area").GetProperty("mu").ValueKind);
        Assert.Equal("sector", json.GetProperty("missing")[0].GetString());
        Assert.Equal("sector", json.GetProperty("findings")[1].GetProperty("missing")[0].GetString());
        Assert.Equal("area-unknown", json.GetProperty("perMu").GetProperty("tax").GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Lines_and_array_keep_every_plot_in_its_order(int count)
    {
        var evaluations = Enumerable.Range(0, count).Select(i => Sample.Of(Sample.Plot($"P{i}", i))).ToArray();
        var expected = evaluations.Select(evaluation => evaluation.Plot.Number).ToArray();

        var lines = (await Lines(evaluations)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var output = new MemoryStream();
        await EvaluationJson.WriteArrayAsync(output, evaluations, cancel: TestContext.Current.CancellationToken);
        using var array = JsonDocument.Parse(output.ToArray());

        Assert.Equal(expected, lines.Select(Number));
        Assert.Equal(expected, array.RootElement.EnumerateArray().Select(e => e.GetProperty("plot").GetString()));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_stops()
    {
        using var cancel = new CancellationTokenSource();
        var written = 0;
        var endless = Enumerable
            .Range(0, int.MaxValue)
            .Select(i =>
            {
                if (++written == 5000)
                    cancel.Cancel();
                return Sample.Of(Sample.Plot($"P{i}", 1));
            });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            EvaluationJson.WriteLinesAsync(Stream.Null, endless, cancel: cancel.Token)
        );
        Assert.InRange(written, 5000, 6000);
    }

    private static string? Number(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("plot").GetString();
    }
}
