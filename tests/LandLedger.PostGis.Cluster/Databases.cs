using System.Globalization;
using LandLedger.Import;
using Npgsql;
using Xunit;

namespace LandLedger.PostGis.Cluster;

/// <summary>Databases for tests, each a copy of one that was prepared once for the run.</summary>
public static class Databases
{
    private const string Bare = "bare";
    private const string Empty = "empty";

    private static readonly Lazy<Server> Running = new(Begin);
    private static int _made;

    private static Server Shared
    {
        get
        {
            Need();
            return Running.Value;
        }
    }

    /// <summary>A database of PostgreSQL alone; its address.</summary>
    public static string Plain() => Copy("template1");

    /// <summary>A database with PostGIS and nothing else; its address.</summary>
    public static string WithPostGis() => Copy(Bare);

    /// <summary>A store without plots; its address.</summary>
    public static string Store() => Copy(Empty);

    /// <summary>A store without plots on a server of its own, which a test may stop: nobody else is met by it.</summary>
    internal static Server StoreAlone(out string address)
    {
        Need();
        var server = Begin();
        address = Address(server, Empty);
        return server;
    }

    /// <summary>Runs SQL as the one who may do everything.</summary>
    public static string? Sql(string address, string sql)
    {
        using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(address) { Username = "postgres", Pooling = false }.ConnectionString
        );
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static void Drop(string address) =>
        Sql(
            Address(Shared, "postgres"),
            $"DROP DATABASE {new NpgsqlConnectionStringBuilder(address).Database} WITH (FORCE)"
        );

    private static string Copy(string template)
    {
        var name = $"park_{Interlocked.Increment(ref _made)}";
        Sql(Address(Shared, "postgres"), $"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy");
        return Address(Shared, name);
    }

    private static string Address(Server server, string name) =>
        $"Host={server.Folder};Database={name};Username=postgres";

    /// <summary>At a desk without PostGIS these tests are skipped; on a build server they must run.</summary>
    private static void Need()
    {
        if (Server.IsThere)
            return;
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Assert.Skip("PostGIS is not installed: apt-get install postgresql-15 postgresql-15-postgis-3");
        Assert.Fail("PostGIS is not installed");
    }

    private static Server Begin()
    {
        var server = Server.Start();
        var postgres = Address(server, "postgres");
        Sql(postgres, "CREATE ROLE officer LOGIN PASSWORD 'correct'");
        Sql(postgres, $"CREATE DATABASE {Bare}");
        Sql(Address(server, Bare), "CREATE EXTENSION postgis");
        Sql(postgres, $"CREATE DATABASE {Empty} TEMPLATE {Bare}");
        PostGisStore.Open(DatabaseAddress.Parse(Address(server, Empty)), StoreMode.Create).Dispose();
        return server;
    }
}
