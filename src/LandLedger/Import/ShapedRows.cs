using System.Collections.Concurrent;
using LandLedger.Geometry;

namespace LandLedger.Import;

/// <summary>
/// Rows with their boundaries, in order: one thread reads and parses, all cores build, the caller takes. Few batches are under
/// way at a time, so that a row dies young and memory does not grow with the file.
/// </summary>
internal static class ShapedRows
{
    private const int BatchRows = 32;
    private const int BatchesAhead = 4;

    /// <summary>Nothing of it runs any more when the caller has taken the last row or stops.</summary>
    public static IEnumerable<ShapedRow> Of(
        IEnumerable<ParsedRow> rows,
        Func<ParsedRow, ShapedRow> shape,
        CancellationToken cancel
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var batches = new BlockingCollection<Task<ShapedRow[]>>(BatchesAhead);
        var reading = Task.Factory.StartNew(
            () => Read(rows, shape, batches, stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable(cancel))
            {
                foreach (var row in batch.GetAwaiter().GetResult())
                    yield return row;
            }
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Read(
        IEnumerable<ParsedRow> rows,
        Func<ParsedRow, ShapedRow> shape,
        BlockingCollection<Task<ShapedRow[]>> batches,
        CancellationToken stop
    )
    {
        try
        {
            foreach (var batch in rows.Chunk(BatchRows))
                batches.Add(Task.Run(() => Array.ConvertAll(batch, row => shape(row)), stop), stop);
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}

/// <summary>A row with its boundary; <paramref name="ShapeLost"/> when it had a shape that could not become one.</summary>
internal sealed record ShapedRow(ParsedRow Row, Boundary? Boundary, IReadOnlyList<ImportIssue> Issues, bool ShapeLost);
