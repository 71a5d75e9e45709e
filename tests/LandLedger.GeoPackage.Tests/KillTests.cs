using System.Runtime.CompilerServices;
using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

/// <summary>The process dies in the middle of an import, of a step of a case or of issuing a list: everything of it is in the store and its ledger, or nothing.</summary>
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

    /// <summary>The files of a stopped process are what it would leave if it died: copied, they are opened as after a kill.</summary>
    [Fact]
    public void Steps_and_lists_killed_at_any_moment_are_there_as_a_whole_or_not_at_all()
    {
        using var folder = new TemporaryFolder();
        var (place, rounds, copies) = (folder["park.gpkg"], KilledImports.Rounds(200), 0);
        using var beside = GeoPackageStore.Open(place, StoreMode.Create, TimeSpan.FromMilliseconds(1));

        var (caught, written) = new KilledSteps().Stop(rounds, place, folder[""], Open, Killed);

        Assert.InRange(caught, rounds / 10, rounds);
        Assert.Equal("ok", Tool.Sql(place, "PRAGMA integrity_check(10)"));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{caught} of {rounds} moments were in the middle of writing; {written} steps and lists in the end"
        );

        bool Killed(Action<IPlotStore> look)
        {
            var copy = folder[$"killed-{++copies}.gpkg"];
            foreach (var part in (string[])["", "-wal"])
            {
                if (File.Exists(place + part))
                    File.Copy(place + part, copy + part);
            }
            using (var store = GeoPackageStore.Open(copy, StoreMode.Read))
                look(store);
            File.Delete(copy);
            return IsWriting();
        }

        bool IsWriting()
        {
            try
            {
                beside.BeginImport().Dispose();
                return false;
            }
            catch (StoreException busy) when (busy.Code == "locked")
            {
                return true;
            }
        }
    }

#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void WriteWhenAsked()
    {
        KilledImports.ImportWhenAsked(Open);
        KilledSteps.StepWhenAsked(Open);
    }

    private static GeoPackageStore Open(string path) => GeoPackageStore.Open(path, StoreMode.Create);

    /// <summary>What a killed import left; the first leaves no file.</summary>
    private static GeoPackageStore Left(string path)
    {
        var store = Open(path);
        Assert.Equal(store.Imports().Count > 0, File.Exists(path));
        return store;
    }
}
