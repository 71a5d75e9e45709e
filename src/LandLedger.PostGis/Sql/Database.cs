using System.Collections.Concurrent;
using LandLedger.Import;
using LandLedger.Streams;
using Npgsql;

namespace LandLedger.PostGis.Sql;

/// <summary>The connections to one database, opened when needed and kept for the next. Safe for use by several threads.</summary>
internal sealed class Database : IDisposable
{
    public const string Schema = "landledger";

    private readonly NpgsqlDataSource _source;
    private readonly ConcurrentBag<Record> _rows = [];

    private Database(DatabaseAddress address, string extension)
    {
        Address = address;
        var connection = address.Connection(extension);
        var builder = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        // Only built-in types are read and written.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        _source = builder.Build();
        WholeReadings = new(connection.MaxPoolSize / (2 * (1 + InOrder.Ahead)));
    }

    public DatabaseAddress Address { get; }

    /// <summary>
    /// How many may read all plots with several connections at a time: so many that half of the pool stays free for the others.
    /// </summary>
    public SemaphoreSlim WholeReadings { get; }

    /// <summary>Finds the schema that PostGIS is in, so that its functions can be called by their names.</summary>
    /// <exception cref="StoreException">unreachable, login, missing, rights, no-postgis.</exception>
    public static Database Open(DatabaseAddress address)
    {
        const string Usual = "public";
        var database = new Database(address, Usual);
        try
        {
            using var session = database.Connect();
            var found = session.Value(
                Statement.Of(
                    "SELECT n.nspname::text FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'"
                )
            );
            if (found is not string extension)
                throw Problem.Of("no-postgis", address.Name);
            if (extension == Usual)
                return database;
            database.Dispose();
            return new(address, extension);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public Session Connect()
    {
        try
        {
            var connection = _source.OpenConnection();
            return new(connection, this, _rows.TryTake(out var row) ? row : new Record(Address));
        }
        catch (NpgsqlException e)
        {
            throw Problem.Connecting(Address, e);
        }
    }

    public void GiveBack(Record row) => _rows.Add(row);

    public void Dispose()
    {
        _source.Dispose();
        WholeReadings.Dispose();
    }
}
