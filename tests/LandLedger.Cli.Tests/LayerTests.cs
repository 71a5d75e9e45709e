namespace LandLedger.Cli.Tests;

/// <summary>Reference layers on the command line.</summary>
public sealed class LayerTests : IDisposable
{
    private const string Line =
        """{"type":"Feature","properties":{"名称":"红线","宽":5},"geometry":{"type":"LineString","coordinates":[[119,28],[119.1,28.1]]}}""";

    private readonly Scratch _scratch = new();

    private string Store => _scratch["park.gpkg"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_layer_is_added_replaced_listed_and_removed()
    {
        File.WriteAllText(_scratch["red.geojson"], Line);
        var added = CommandRun.Of("layer", "add", "red-line", _scratch["red.geojson"], "--store", Store).Expect(0);
        Assert.Contains("图层 red-line（red）已存入，共 1 个要素", added.Out, StringComparison.Ordinal);
        Assert.Contains("属性：名称（文字）、宽（整数）、geometry（几何图形）", added.Out, StringComparison.Ordinal);

        File.WriteAllText(_scratch["red.geojsonl"], Line + "\n" + Line);
        var again = CommandRun
            .Of("layer", "add", "red-line", _scratch["red.geojsonl"], "--store", Store, "--title", "建设用地红线")
            .Expect(0);
        Assert.Contains("原有 1 个要素，现有 2 个", again.Out, StringComparison.Ordinal);

        var list = CommandRun.Of("layer", "list", "--store", Store).Expect(0);
        Assert.Matches("red-line +│ 建设用地红线 +│ 2 +│ 线", list.Out);

        var gone = CommandRun.Of("layer", "remove", "red-line", "--store", Store).Expect(0);
        Assert.Contains("2 个要素已移除", gone.Out, StringComparison.Ordinal);
        Assert.Contains(
            "没有参考图层",
            CommandRun.Of("layer", "list", "--store", Store).Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "没有图层 red-line：台账中还没有图层",
            CommandRun.Of("layer", "remove", "red-line", "--store", Store).Expect(1).Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("plots")]
    [InlineData("zones")]
    [InlineData("evaluations")]
    [InlineData("Red")]
    [InlineData("红线")]
    [InlineData("a.b")]
    [InlineData("_a")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghija")]
    public void A_name_that_no_layer_can_have_is_refused_before_anything_is_done(string name)
    {
        File.WriteAllText(_scratch["red.geojson"], Line);
        var run = CommandRun.Of("layer", "add", name, _scratch["red.geojson"], "--store", Store).Expect(2);
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public void A_bad_feature_keeps_the_file_out_unless_the_good_are_wanted()
    {
        File.WriteAllText(_scratch["red.geojsonl"], Line + "\n" + Line.Replace("[119.1,28.1]", "[119,28]"));
        string[] add = ["layer", "add", "red", _scratch["red.geojsonl"], "--store", Store];
        var refused = CommandRun.Of(add).Expect(1);
        Assert.Contains("red.geojsonl 第 2 行 [shape.too-few-points]", refused.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));

        var part = CommandRun.Of([.. add, "--keep-good"]).Expect(0);
        Assert.Contains("已部分存入：1 个要素，拒收 1 个", part.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_there_is_told_with_those_that_are()
    {
        File.WriteAllText(_scratch["red.geojson"], Line);
        CommandRun.Of("layer", "add", "one", _scratch["red.geojson"], "--store", _scratch["source.gpkg"]).Expect(0);
        var source = _scratch["source.gpkg"];
        // A store is a file like any other, but its layers are its own books.
        var run = CommandRun.Of("layer", "add", "two", source, "--store", Store, "--table", "none").Expect(1);
        Assert.Contains("[layer.no-table]", run.Out, StringComparison.Ordinal);
        Assert.Contains("plots", run.Out, StringComparison.Ordinal);
    }
}
