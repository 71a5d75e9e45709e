namespace LandLedger.Cli.Tests;

/// <summary>A mistyped --store is seen: what is made is said, what is read is never made, and no folder is made at all.</summary>
public sealed class NewStoreTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_store_that_an_import_makes_is_named_once()
    {
        var (ledger, store) = (Ledger(), _scratch["park.gpkg"]);
        Assert.Contains(
            $"新建台账 {store}",
            Import(ledger, store).Expect(0).Out.ReplaceLineEndings(""),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("新建台账", Import(ledger, store).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_import_makes_no_store_and_says_of_none()
    {
        var wrong = _scratch.Write("坏.csv", "地块编号,面积（亩）\nA-1,-5\n");
        var run = Import(wrong, _scratch["none.gpkg"]).Expect(1);
        Assert.DoesNotContain("新建台账", run.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch["none.gpkg"]));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_wrong_usage_and_is_not_made()
    {
        var layer = _scratch.Write("路.geojson", """{"type":"Point","coordinates":[114.5,26.3]}""");
        foreach (
            var run in new[]
            {
                Import(Ledger(), _scratch["no/park.gpkg"]),
                CommandRun.Of("layer", "add", "road", layer, "--store", _scratch["no/park.gpkg"]),
            }
        )
            Assert.Contains(_scratch["no"], run.Expect(2).Error.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch["no"]));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("evaluate --as-of 2026-06-30")]
    [InlineData("explain A-1 --as-of 2026-06-30")]
    [InlineData("list --as-of 2026-06-30 --format csv -o OUT")]
    [InlineData("map --as-of 2026-06-30 --format geojson -o OUT")]
    [InlineData("acreage --as-of 2026-06-30")]
    [InlineData("layer list")]
    [InlineData("layer remove road")]
    [InlineData("serve --urls http://127.0.0.1:0")]
    public void A_command_that_reads_refuses_a_store_that_is_not_there_and_makes_nothing(string command)
    {
        foreach (var store in new[] { _scratch["tpyo.gpkg"], _scratch["no/park.gpkg"] })
        {
            var words = command.Replace("OUT", _scratch["out.file"], StringComparison.Ordinal).Split(' ');
            var run = CommandRun.Of([.. words, "--store", store]).Expect(3);
            Assert.Contains("找不到", run.Error, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch["."]));
    }

    public void Dispose() => _scratch.Dispose();

    private string Ledger() => _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,30\n");

    private static CommandRun Import(string file, string store) => CommandRun.Of("import", file, "--store", store);
}
