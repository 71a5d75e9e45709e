using LandLedger.Import;
using Npgsql;

namespace LandLedger.PostGis.Sql;

/// <summary>An open connection whose trouble is told as a <see cref="StoreException"/>; for one user at a time.</summary>
/// <param name="row">What rows are read through; given back to the database at the end.</param>
internal sealed class Session(NpgsqlConnection connection, Database database, Record row) : IDisposable
{
    public DatabaseAddress Address => database.Address;

    public Record Row => row;

    public NpgsqlConnection Connection => connection;

    /// <summary>Runs statements, semicolons between them, in one go.</summary>
    public void Run(string sql) =>
        Telling(() =>
        {
            using var command = new NpgsqlCommand(sql, connection);
            return command.ExecuteNonQuery();
        });

    public void Run(NpgsqlBatchCommand statement) =>
        Telling(() =>
        {
            using var batch = connection.CreateBatch();
            batch.BatchCommands.Add(statement);
            return batch.ExecuteNonQuery();
        });

    /// <summary>The value in the first column of the first row; null when there is none.</summary>
    public object? Value(NpgsqlBatchCommand statement) =>
        Telling(() =>
        {
            using var batch = connection.CreateBatch();
            batch.BatchCommands.Add(statement);
            return batch.ExecuteScalar() is { } value and not DBNull ? value : null;
        });

    /// <summary>Sends prepared statements together; their answers are read one after another.</summary>
    public Query Ask(CancellationToken cancel, params NpgsqlBatchCommand[] statements) =>
        new(this, statements, keep: true, most: null, cancel);

    /// <summary>Sends a prepared statement whose answer has so many rows at most, so that who has read them has nothing to stop.</summary>
    public Query Ask(NpgsqlBatchCommand statement, long? most, CancellationToken cancel) =>
        new(this, [statement], keep: true, most, cancel);

    /// <summary>Sends a statement that nobody will send again: the server keeps nothing of it.</summary>
    public Query AskOnce(NpgsqlBatchCommand statement, long? most, CancellationToken cancel) =>
        new(this, [statement], keep: false, most, cancel);

    public void Telling(Action work) =>
        Telling(() =>
        {
            work();
            return 0;
        });

    /// <summary>Does work on the connection; what the server says against it becomes our exception.</summary>
    /// <exception cref="StoreException">The server refused, or is gone.</exception>
    public T Telling<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (IsTrouble(e))
        {
            throw Problem.Of(Address, e);
        }
    }

    /// <summary>What the driver says of the server; of a connection that broke earlier it only says that it is closed.</summary>
    public bool IsTrouble(Exception error) =>
        error is NpgsqlException
        || (error is InvalidOperationException && connection.State != System.Data.ConnectionState.Open);

    public void Dispose()
    {
        connection.Dispose();
        database.GiveBack(row);
    }
}
