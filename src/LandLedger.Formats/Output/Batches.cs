using System.Collections.Concurrent;
using LandLedger.Streams;

namespace LandLedger.Formats.Output;

/// <summary>Writes one item into the buffer of its batch.</summary>
internal delegate void ItemWriter<T>(T item, Utf8Buffer output);

/// <summary>
/// Writes a stream of items as bytes in their order, made ready on several cores: each stretch becomes bytes on the core that
/// makes it, and the bytes are written one stretch after another, so memory stays at a few stretches however many items come.
/// </summary>
internal static class Batches
{
    /// <summary>Items in a stretch where they do not come in stretches of their own.</summary>
    private const int Length = 64;

    /// <summary>Writes all items, the separator between one and the next, and returns how many there were.</summary>
    public static async Task<long> WriteAsync<T>(
        Stream output,
        IEnumerable<T> items,
        byte[] separator,
        Func<ItemWriter<T>> worker,
        CancellationToken cancel
    )
    {
        var workers = new ConcurrentBag<Worker<T>>();
        using var stretches = Stretched<T>.Of(items, Length).Open();
        var begun = new Queue<Task<Worker<T>>>(InOrder.Ahead);
        long count = 0;
        try
        {
            for (Begin(); begun.TryDequeue(out var first); )
            {
                cancel.ThrowIfCancellationRequested();
                var done = await first.ConfigureAwait(false);
                // Begun before the bytes of this one are written, so that no core waits for the disk.
                Begin();
                var bytes =
                    count == 0
                        ? done.Output.Written[Math.Min(separator.Length, done.Output.Length)..]
                        : done.Output.Written;
                await output.WriteAsync(bytes, cancel).ConfigureAwait(false);
                count += done.Count;
                workers.Add(done);
            }
        }
        finally
        {
            // A cancelled or broken run leaves no worker behind that still reads or writes.
            await Task.WhenAll(begun).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
        return count;

        void Begin()
        {
            while (begun.Count < InOrder.Ahead && stretches.Next() is { } stretch)
            {
                var idle = workers.TryTake(out var used) ? used : new(worker(), separator);
                begun.Enqueue(Task.Run(() => idle.Fill(stretch), cancel));
            }
        }
    }

    private sealed class Worker<T>(ItemWriter<T> write, byte[] separator)
    {
        public int Count { get; private set; }

        public Utf8Buffer Output { get; } = new();

        public Worker<T> Fill(IEnumerable<T> items)
        {
            Output.Clear();
            Count = 0;
            foreach (var item in items)
            {
                Output.Raw(separator);
                write(item, Output);
                Count++;
            }
            return this;
        }
    }
}
