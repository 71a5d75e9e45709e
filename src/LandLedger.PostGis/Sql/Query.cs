using Npgsql;

namespace LandLedger.PostGis.Sql;

/// <summary>
/// The answers to statements that were sent together, each row a <see cref="Record"/>.
/// </summary>
internal sealed class Query : IDisposable
{
    private readonly Session _session;
    private readonly CancellationToken _cancel;
    private readonly NpgsqlBatch _batch;
    private readonly CancellationTokenRegistration _stopping;
    private readonly NpgsqlDataReader _reader;
    private readonly long? _most;
    private long _read;
    private int _further;
    private bool _ended;

    /// <summary>Sends the statements.</summary>
    /// <param name="keep">Whether the statements are prepared, once for a connection, and stay so.</param>
    /// <param name="most">How many rows the last answer has at most, where that is known.</param>
    public Query(Session session, NpgsqlBatchCommand[] statements, bool keep, long? most, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        (_session, _most, _cancel) = (session, most, cancel);
        _further = statements.Length - 1;
        _batch = session.Connection.CreateBatch();
        foreach (var statement in statements)
            _batch.BatchCommands.Add(statement);
        // The server is told to stop, from beside; it then refuses what it was asked.
        _stopping = cancel.UnsafeRegister(static batch => ((NpgsqlBatch)batch!).Cancel(), _batch);
        try
        {
            if (keep)
                _batch.Prepare();
            _reader = _batch.ExecuteReader(System.Data.CommandBehavior.SequentialAccess);
        }
        catch (Exception e) when (session.IsTrouble(e))
        {
            _stopping.Dispose();
            _batch.Dispose();
            throw Trouble(e);
        }
    }

    /// <summary>The row that was read last.</summary>
    public Record Row => _session.Row;

    /// <summary>Reads the next row of the answer; false at its end.</summary>
    public bool Next()
    {
        try
        {
            if (!_reader.Read())
            {
                _ended = _further == 0;
                return false;
            }
            Row.Take(_reader);
            _read++;
            return true;
        }
        catch (Exception e) when (_session.IsTrouble(e))
        {
            throw Trouble(e);
        }
    }

    /// <summary>Reads the row of an answer that has one.</summary>
    public Record Only()
    {
        if (!Next() || _reader.Read())
            throw new InvalidOperationException("One row was expected");
        _ended = true;
        return Row;
    }

    /// <summary>Goes on to the answer to the next statement.</summary>
    public void NextAnswer()
    {
        try
        {
            _ = _reader.NextResult();
            _further--;
            _read = 0;
        }
        catch (Exception e) when (_session.IsTrouble(e))
        {
            throw Trouble(e);
        }
    }

    /// <summary>What was not read is not waited for: the server is told to stop, which takes a connection of its own.</summary>
    public void Dispose()
    {
        _stopping.Dispose();
        try
        {
            if (!_ended && (_further > 0 || _read != _most))
                _batch.Cancel();
            _reader.Dispose();
        }
        catch (Exception e) when (_session.IsTrouble(e))
        {
            // Nobody wants the rest any more; a broken connection shows when it is used next.
        }
        _batch.Dispose();
    }

    private Exception Trouble(Exception error) =>
        _cancel.IsCancellationRequested ? new OperationCanceledException(_cancel) : Problem.Of(_session.Address, error);
}
