using System.Runtime.CompilerServices;
using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;
using Npgsql;

namespace LandLedger.PostGis.Tests;

/// <summary>The process dies in the middle of an import, of a step of a case or of issuing a list: everything of it is in the store and its ledger, or nothing.</summary>
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

    /// <summary>
    /// The connections of a stopped process are ended by the server, as those of one that died. When it goes on it has lost them and does not know
    /// what became of its last step: it says it again.
    /// </summary>
    [Fact]
    public void Steps_and_lists_killed_at_any_moment_are_there_as_a_whole_or_not_at_all_and_said_again_not_doubled()
    {
        const string Others = "FROM pg_stat_activity WHERE application_name = 'killed'";
        using var park = Park.OfStore();
        using var store = park.Open(StoreMode.Read);
        using var server = NpgsqlDataSource.Create(park.Address);
        var rounds = KilledImports.Rounds(200);
        var folder = Directory.CreateTempSubdirectory("landledger-");
        try
        {
            var (caught, written) = new KilledSteps().Stop(
                rounds,
                park.Address + ";Application Name=killed",
                folder.FullName,
                Open,
                Killed
            );
            Assert.InRange(caught, rounds / 10, rounds);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{caught} of {rounds} moments were in the middle of writing; {written} steps and lists in the end"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        bool Killed(Action<IPlotStore> look)
        {
            var isWriting = Count("xact_start") > 0;
            while (Count("pg_terminate_backend(pid)") > 0)
                Thread.Sleep(1);
            look(store);
            return isWriting;
        }

        long Count(string what)
        {
            using var count = server.CreateCommand($"SELECT count({what}) {Others}");
            return (long)count.ExecuteScalar()!;
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
