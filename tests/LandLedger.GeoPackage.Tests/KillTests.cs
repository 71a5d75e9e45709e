using System.Runtime.CompilerServices;
using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

/// <summary>The process dies in the middle of an import: everything of it is in the store and its ledger, or nothing.</summary>
public sealed class KillTests
{
    [Fact]
    public void An_import_killed_at_any_moment_even_the_first_is_there_as_a_whole_or_not_at_all()
    {
        using var folder = new TemporaryFolder();
        var (rounds, stores) = (KilledImports.Rounds(40), 0);

        var whole = new KilledImports(folder[""]).Kill(rounds, () => folder[$"park-{++stores}.gpkg"], Left);

        Assert.True(whole < rounds, "no import was killed before its commit");
        var path = folder[$"park-{stores}.gpkg"];
        Assert.Equal("ok", Tool.Sql(path, "PRAGMA integrity_check(10)"));
        Tool.Validate(path);
        TestContext.Current.TestOutputHelper?.WriteLine($"{whole} of {rounds} imports were committed before the end");
    }

#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void ImportWhenAsked() => KilledImports.ImportWhenAsked(Open);

    private static GeoPackageStore Open(string path) => GeoPackageStore.Open(path, StoreMode.Create);

    /// <summary>What a killed import left; the first leaves no file.</summary>
    private static GeoPackageStore Left(string path)
    {
        var store = Open(path);
        Assert.Equal(store.Imports().Count > 0, File.Exists(path));
        return store;
    }
}
