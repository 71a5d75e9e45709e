using System.Net.Sockets;
using LandLedger.Import;
using Npgsql;

namespace LandLedger.PostGis;

/// <summary>The one table of what a database can refuse and the code that it is told under.</summary>
internal static class Problem
{
    public static StoreException Of(string code, string database, params (string Name, string Value)[] more) =>
        Of(code, database, null, more);

    /// <summary>What went wrong while connecting.</summary>
    public static StoreException Connecting(DatabaseAddress address, NpgsqlException error)
    {
        var code = error.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => "missing",
            PostgresErrorCodes.InsufficientPrivilege => "rights",
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "login",
            // The driver itself, before the server: no password to answer with.
            null when error.InnerException is null => "login",
            _ => "unreachable",
        };
        return Of(code, address.Name, error);
    }

    /// <summary>What went wrong on an open connection.</summary>
    public static StoreException Of(DatabaseAddress address, Exception error)
    {
        var state = (error as NpgsqlException)?.SqlState;
        return Of(CodeOf(state, error), address.Name, error, ("number", "PostgreSQL " + state));
    }

    /// <summary>A number that no ledger holds.</summary>
    public static StoreException Damaged(DatabaseAddress address, OverflowException error) =>
        Of("damaged", address.Name, error, ("number", "PostgreSQL " + PostgresErrorCodes.NumericValueOutOfRange));

    private static string CodeOf(string? state, Exception error) =>
        state switch
        {
            PostgresErrorCodes.LockNotAvailable => "locked",
            PostgresErrorCodes.QueryCanceled => "slow",
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => "conflict",
            PostgresErrorCodes.InsufficientPrivilege => "rights",
            PostgresErrorCodes.DuplicateTable => "foreign",
            PostgresErrorCodes.DiskFull => "full",
            PostgresErrorCodes.ReadOnlySqlTransaction => "read-only",
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => "damaged",
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => "gone",
            null
                when error
                    is InvalidOperationException
                        or { InnerException: IOException or SocketException or TimeoutException } => "gone",
            _ => "failed",
        };

    private static StoreException Of(
        string code,
        string database,
        Exception? inner,
        params (string Name, string Value)[] more
    )
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = database };
        foreach (var (name, value) in more)
            arguments[name] = value;
        return new StoreException(code, arguments, inner);
    }
}
