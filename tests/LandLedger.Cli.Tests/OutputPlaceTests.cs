namespace LandLedger.Cli.Tests;

/// <summary>No output may take the place of the store or of a file that is read, by whatever name it is called.</summary>
public sealed class OutputPlaceTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public OutputPlaceTests()
    {
        Plots = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,30\n");
        Store = _scratch["park.gpkg"];
        CommandRun.Of("import", Plots, "--store", Store).Expect(0);
    }

    private string Plots { get; }

    private string Store { get; }

    [Theory]
    [InlineData("park.gpkg")]
    [InlineData("park.gpkg-wal")]
    [InlineData("park.gpkg-shm")]
    [InlineData("down/../park.gpkg")]
    [InlineData("link.gpkg")]
    [InlineData("hard.gpkg")]
    [InlineData("folder/park.gpkg")]
    public void Lists_and_maps_never_overwrite_the_store(string output)
    {
        Directory.CreateDirectory(_scratch["down"]);
        File.CreateSymbolicLink(_scratch["link.gpkg"], Store);
        Directory.CreateSymbolicLink(_scratch["folder"], Path.GetDirectoryName(Store)!);
        if (OperatingSystem.IsLinux())
            System.Diagnostics.Process.Start("ln", [Store, _scratch["hard.gpkg"]]).WaitForExit();
        else if (output == "hard.gpkg")
            Assert.Skip("Second names of a file are told apart on Linux alone.");
        var before = File.ReadAllBytes(Store);
        foreach (
            var command in (string[][])
                [
                    ["map", "--format", "gpkg"],
                    ["list", "--format", "xlsx"],
                ]
        )
        {
            var run = CommandRun
                .Of([.. command, "--store", Store, "--as-of", "2026-06-30", "-o", _scratch[output]])
                .Expect(2);
            Assert.Contains("是台账文件，不能用作输出", run.Error, StringComparison.Ordinal);
        }
        Assert.Equal(before, File.ReadAllBytes(Store));
    }

    [Theory]
    [InlineData("list", "--format", "csv", "-o")]
    [InlineData("map", "--format", "geojson", "-o")]
    [InlineData("map", "--format", "gpkg", "-o")]
    [InlineData("import", "台账.csv", "--report")]
    public void A_folder_that_is_not_there_is_named_and_not_made(params string[] command)
    {
        var words = command.Select(word => word == "台账.csv" ? Plots : word);
        string[] asOf = command[0] == "import" ? [] : ["--as-of", "2026-06-30"];
        var run = CommandRun.Of([.. words, _scratch["no/out.file"], "--store", Store, .. asOf]).Expect(2);
        Assert.Contains($"没有文件夹 {_scratch["no"]}", run.Error.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch["no"]));
    }

    [Fact]
    public void A_device_is_written_to_and_never_replaced()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "No such device here.");
        string[] where = ["--store", Store, "--as-of", "2026-06-30", "-o", "/dev/full"];

        CommandRun.Of(["list", "--format", "csv", .. where]).Expect(3);
        CommandRun.Of(["map", "--format", "geojson", .. where]).Expect(3);
        var run = CommandRun.Of(["map", "--format", "gpkg", .. where]).Expect(2);

        Assert.Contains("/dev/full 不是文件", run.Error, StringComparison.Ordinal);
        using var device = File.OpenRead("/dev/full");
        Assert.Equal(0, device.ReadByte());
    }

    [Fact]
    public void A_report_overwrites_neither_the_store_nor_a_file_of_the_import()
    {
        var before = File.ReadAllText(Plots);
        CommandRun.Of("import", Plots, "--store", Store, "--report", Store).Expect(2);
        CommandRun.Of("import", Plots, "--store", _scratch["new.gpkg"], "--report", _scratch["new.gpkg"]).Expect(2);
        Assert.False(File.Exists(_scratch["new.gpkg"]));
        var run = CommandRun.Of("import", Plots, "--store", Store, "--report", Plots).Expect(2);
        Assert.Contains("是本次要读取的文件", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Plots));
        CommandRun.Of("import", "界址.shp", "--store", Store, "--report", "界址.dbf").Expect(2);
    }

    [Fact]
    public void A_store_is_not_imported_into_itself() =>
        Assert.Contains(
            "不能再导入它自己",
            CommandRun.Of("import", Store, "--store", Store).Expect(2).Error,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_demo_leaves_the_store_of_others_alone()
    {
        var before = File.ReadAllBytes(Store);
        var run = CommandRun.Of("demo", "--out", Path.GetDirectoryName(Store)!, "--no-serve").Expect(2);
        Assert.Contains("不是示例台账", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Store));
    }

    public void Dispose() => _scratch.Dispose();
}
