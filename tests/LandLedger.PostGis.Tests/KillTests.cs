using System.Runtime.CompilerServices;
using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;

namespace LandLedger.PostGis.Tests;

/// <summary>The process dies in the middle of an import: everything of it is in the store and its ledger, or nothing.</summary>
public sealed class KillTests
{
    [Fact]
    public void An_import_killed_at_any_moment_is_there_as_a_whole_or_not_at_all()
    {
        var (rounds, stores) = (KilledImports.Rounds(10), new List<Park>());
        var folder = Directory.CreateTempSubdirectory("landledger-");
        try
        {
            var whole = new KilledImports(folder.FullName).Kill(rounds, NewStore, Settled);
            Assert.True(whole < rounds, "no import was killed before its commit");
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{whole} of {rounds} imports were committed before the end"
            );
        }
        finally
        {
            stores.ForEach(store => store.Dispose());
            folder.Delete(recursive: true);
        }

        string NewStore()
        {
            stores.Add(Park.OfStore());
            return stores[^1].Address;
        }
    }

#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void ImportWhenAsked() => KilledImports.ImportWhenAsked(Open);

    private static PostGisStore Open(string address) =>
        PostGisStore.Open(DatabaseAddress.Parse(address), StoreMode.Write);

    /// <summary>Waits until the server, too, has noticed that the importer is gone.</summary>
    private static PostGisStore Settled(string address)
    {
        var store = Open(address);
        store.BeginImport().Dispose();
        return store;
    }
}
