namespace LandLedger.Streams;

/// <summary>Stretches made on all cores whose results come in order.</summary>
public static class InOrder
{
    /// <summary>How many stretches are begun before the first is waited for.</summary>
    public static int Ahead { get; } = Math.Min(Environment.ProcessorCount * 2, 16);

    /// <summary>A single stretch is made by the caller itself. What was begun has ended when the enumeration is disposed.</summary>
    public static IEnumerable<IEnumerable<T>> Run<T>(Stretched<T> items)
    {
        using var stretches = items.Open();
        if (stretches.Next() is not { } first)
            yield break;
        if (stretches.Next() is not { } next)
        {
            yield return first;
            yield break;
        }
        var begun = new Queue<Task<List<T>>>([Task.Run(first.ToList)]);
        try
        {
            for (var more = next; more is not null || begun.Count > 0; )
            {
                for (; more is not null && begun.Count < Ahead; more = stretches.Next())
                    begun.Enqueue(Task.Run(more.ToList));
                yield return begun.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            foreach (var task in begun)
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }
}
