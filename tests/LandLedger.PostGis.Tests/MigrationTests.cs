using System.Security.Cryptography;
using System.Text;
using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.PostGis.Schema;

namespace LandLedger.PostGis.Tests;

/// <summary>From an empty database, and from each older schema, to the tables of this program; never back.</summary>
public sealed class MigrationTests
{
    /// <summary>SHA-256 of every script, in order. One that somebody may have run is never changed: write another.</summary>
    private static readonly string[] Shipped =
    [
        "58863dd79e2388c5dc446bacdb83caa9ebc4d9261041df61be59483fd104a4e8",
        "cb4a5ef46a24f8c4ffb5243974bc3a5ee174cd9be8ecad220ae99f44ed735e7f",
        "727f96c9f5cd5fb2de1eaadd4c7925e183ce82261b64ed3388d086a8cf91d8a1",
        "333b23bb8fff7edf3b19a51252720aaaaf05808c12de123fdcc99e400f68e194",
        "7020782e9640536e6fe5b9b0bfeddfa590ce3584958e259b306c77da6ba246c6",
        "5562ca9ff2708a019560ae85c24f1b4cfd53ca860c100c2cd74126f379a68364",
        "a653e4ca19f1d118a262d4110dc5265846dfa5c80f851675224334e4000c061a",
        "ef00ba4948db46f206faaf9bfcf9a14f3f30bb6df0d7fb20d25e1defeb1cce73",
        "c90cfc54b6adaae9592f6260cdc3dd3cbdd0ff7853340e46b43906f70cf85c95",
        "0ccc6f0a2a75575122029f0e565e9f3b1f3b90abd433838883f84427861692bc",
        "d70252054a2c7e727738490f738b2a86c21163d057a208ce198bae05c8144e92",
        "c58b3822ff0432fc0d6476c4e71860ae626d5ca210226c4e2b0750d3da0385fa",
        "a71f47098aaeb0c426bf2ac2acf670c1c2682a32ce1e1ea5382273f3b6602533",
        "54b10c1e478ce4497ebfb93a25bc96c37a5016c4e0cff7f802411ca9b98cd6fe",
        "f612b0226ecfb29e5044496c14b2cd95c431b57f1d3eb0c63b55cd77ce286ab6",
        "0b7db84c0736cfec9e3022ebfa1b5a375168454c48f4faeeeecd70e539a20d20",
        "2868a28b0023b3ad05a679b4f856d1f699bf4a5d5b3eb9c7a0a55e35aa735286",
        "e93f77ae9ebc919805d4c111d10b23080a8a64560e99259fa4797f75ec9fb1c8",
        "7a887977b5daef3c38725cc04eda5cfa3417d5f2b3d4c7ea787f1e4b9903464f",
        "95e5ff1f399bc0f8e37bef1d5d44a4c684d00e9b8cf1f7f75717e43026c33cf6",
        "4436273c4df70013b0073d56eb7137bdc04f1c6710a3db82b8281e7484c4def3",
        "b1ef9a8141c8a93c5eda8b1efa1ab331b2ff82842289c5dd8724e410dce2bf6f",
        "5b253b06dcabf696b6d18e1cb58b9a90f79044c9bc95657cec14264fd248e1ec",
    ];

    [Fact]
    public void Scripts_that_were_shipped_stay_as_they_were() =>
        Assert.Equal(
            Shipped,
            Migrations.Scripts.Select(script =>
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Migrations.Text(script))))
            )
        );

    [Fact]
    public void An_empty_database_becomes_a_store_and_is_one_the_next_time()
    {
        using var park = new Park(Databases.WithPostGis());

        park.Open(StoreMode.Create).Dispose();
        park.Open(StoreMode.Create).Dispose();

        Assert.Equal(
            "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23",
            park.Sql("SELECT string_agg(version::text, ',' ORDER BY version) FROM landledger.store_version")
        );
        using var store = park.Open(StoreMode.Read);
        Assert.Empty(store.Plots(PlotQuery.All));
    }

    [Fact]
    public void A_store_of_the_first_version_is_brought_up_with_all_that_is_in_it()
    {
        using var park = OfFirstVersion();

        Assert.Equal("older", Assert.Throws<StoreException>(() => park.Open(StoreMode.Read)).Code);
        park.Open().Dispose();

        Assert.Equal($"{Migrations.Newest}", park.Sql("SELECT max(version) FROM landledger.store_version"));
        using var store = park.Open(StoreMode.Read);
        var plot = Assert.Single(store.Find("A-1"));
        Assert.Equal(("331100", "甲公司", 12.5m), (plot.County, plot.Holder, plot.StatedArea!.Value.Mu));
        Assert.Equal(new DateOnly(2021, 5, 1), Assert.Single(plot.Grant.Supplements).AgreedStart);
        Assert.Equal((119, 28.001), (plot.Shape!.West, plot.Shape.North));
        var import = Assert.Single(store.Imports());
        Assert.Equal(1, import.Added);
        Assert.Equal([null, "a%20b"], import.Sources.Select(source => source.Key));
    }

    [Fact]
    public async Task An_old_store_that_many_open_at_once_is_brought_up_once()
    {
        using var park = OfFirstVersion();
        var address = DatabaseAddress.Parse(park.Address);

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => PostGisStore.Open(address, StoreMode.Write).Dispose()))
        );

        Assert.Equal($"{Migrations.Newest}", park.Sql("SELECT count(*) FROM landledger.store_version"));
    }

    [Fact]
    public void A_script_that_fails_leaves_the_version_before()
    {
        using var park = OfFirstVersion();
        // In the way of what the second script makes.
        park.Sql("CREATE TABLE landledger.plots_plot (id int)");

        Assert.Equal("foreign", Assert.Throws<StoreException>(() => park.Open()).Code);

        Assert.Equal("1", park.Sql("SELECT max(version) FROM landledger.store_version"));
        Assert.Equal("", park.Sql("SELECT obj_description('landledger.plots'::regclass)"));
        park.Sql("DROP TABLE landledger.plots_plot");
        park.Open().Dispose();
        Assert.Equal($"{Migrations.Newest}", park.Sql("SELECT max(version) FROM landledger.store_version"));
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused_with_both_versions()
    {
        using var park = Park.OfStore();
        park.Sql("INSERT INTO landledger.store_version (version, script) VALUES (77, 'later.sql')");

        foreach (var mode in Enum.GetValues<StoreMode>())
        {
            var trouble = Assert.Throws<StoreException>(() => park.Open(mode));
            Assert.Equal("newer", trouble.Code);
            Assert.Equal(("77", $"{Migrations.Newest}"), (trouble.Arguments["version"], trouble.Arguments["known"]));
            Assert.Contains("结构版本 77", trouble.In(Texts.Chinese), StringComparison.Ordinal);
        }
    }

    /// <summary>As the first program left it: its script, and rows that its tables take.</summary>
    private static Park OfFirstVersion()
    {
        var park = new Park(Databases.WithPostGis());
        park.Sql(
            $"""
            CREATE SCHEMA landledger;
            SET search_path = landledger, public;
            {Migrations.Text(Migrations.Scripts[0])};
            INSERT INTO store_version (version, script) VALUES (1, '0001-tables.sql');
            INSERT INTO plots (county, plot, holder, stated_mu, geom)
              VALUES ('331100', 'A-1', '甲公司', 12.5, ST_Multi(ST_MakeEnvelope(119, 28, 119.001, 28.001, 4490)));
            INSERT INTO supplements (county, plot, seq, agreed_start) VALUES ('331100', 'A-1', 0, '2021-05-01');
            INSERT INTO imports (id, recorded_at, outcome, added, changed, same, ended, refused, firms)
              VALUES (1, '2025-01-01', 'done', 1, 0, 0, 0, 0, 0);
            INSERT INTO import_sources (import_id, seq, name, sha256) VALUES
              (1, 0, 'park key=a.csv', '00'),
              (1, 1, 'PUT /collections/plots/items/331100:A key=1 key=a%20b', '00');
            """
        );
        return park;
    }
}
