namespace LandLedger.Formats.Output;

/// <summary>Writes one item into the buffer of its batch.</summary>
internal delegate void ItemWriter<T>(T item, Utf8Buffer output);

/// <summary>
/// Writes a stream of items as bytes in their order, made ready on several cores: batches are filled by workers and written one
/// after another, so memory stays at a few batches however many items come.
/// </summary>
internal static class Batches
{
    /// <summary>Items in a batch: some 64 KiB of features, so that a reader over HTTP gets something at once.</summary>
    private const int Size = 64;

    /// <summary>Writes all items and returns how many there were. Not more than two batches a core are under way.</summary>
    public static async Task<long> WriteAsync<T>(
        Stream output,
        IEnumerable<T> items,
        Func<ItemWriter<T>> worker,
        CancellationToken cancel
    )
    {
        var limit = Environment.ProcessorCount * 2;
        var pending = new Queue<Task<Batch<T>>>(limit);
        var free = new Stack<Batch<T>>(limit);
        long count = 0;
        try
        {
            foreach (var chunk in Chunks(items, free, worker))
            {
                cancel.ThrowIfCancellationRequested();
                count += chunk.Count;
                pending.Enqueue(Task.Run(chunk.Fill, cancel));
                if (pending.Count >= limit)
                    await DrainOne().ConfigureAwait(false);
            }
            while (pending.Count > 0)
                await DrainOne().ConfigureAwait(false);
        }
        finally
        {
            // A cancelled or broken run leaves no worker behind that still writes into its buffer.
            await Task.WhenAll(pending).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
        return count;

        async Task DrainOne()
        {
            var batch = await pending.Dequeue().ConfigureAwait(false);
            await output.WriteAsync(batch.Output.Written, cancel).ConfigureAwait(false);
            batch.Clear();
            free.Push(batch);
        }
    }

    private static IEnumerable<Batch<T>> Chunks<T>(
        IEnumerable<T> items,
        Stack<Batch<T>> free,
        Func<ItemWriter<T>> worker
    )
    {
        Batch<T>? batch = null;
        foreach (var item in items)
        {
            batch ??= free.TryPop(out var used) ? used : new Batch<T>(worker(), Size);
            batch.Add(item);
            if (batch.Count < Size)
                continue;
            yield return batch;
            batch = null;
        }
        if (batch is not null)
            yield return batch;
    }

    private sealed class Batch<T>(ItemWriter<T> write, int size)
    {
        private readonly T[] _items = new T[size];

        public int Count { get; private set; }

        public Utf8Buffer Output { get; } = new();

        public void Add(T item) => _items[Count++] = item;

        public Batch<T> Fill()
        {
            for (var i = 0; i < Count; i++)
                write(_items[i], Output);
            return this;
        }

        public void Clear()
        {
            Array.Clear(_items);
            Count = 0;
            Output.Clear();
        }
    }
}
