using System.Collections;

namespace LandLedger.Streams;

/// <summary>
/// Items without end in sight, in order, a stretch at a time, so that reading, judging and writing of a stretch stay on one
/// core. Enumerated plainly, the stretches are made on all cores ahead of the reader.
/// </summary>
/// <param name="open">Begins at the first stretch; what it gives is disposed by who opened it.</param>
public sealed class Stretched<T>(Func<IStretches<T>> open) : IEnumerable<T>
{
    public IStretches<T> Open() => open();

    /// <summary>Items that are enumerated by one thread and handed on so many at a time.</summary>
    public static Stretched<T> Of(IEnumerable<T> items, int length) =>
        items as Stretched<T> ?? new(() => new Handed(items, length));

    /// <summary>Each stretch passed through some work, which may give more or fewer items; on the thread that makes the stretch.</summary>
    public Stretched<TResult> Through<TResult>(Func<IEnumerable<T>, IEnumerable<TResult>> work) =>
        new(() => new Worked<TResult>(open(), work));

    public IEnumerator<T> GetEnumerator() => InOrder.Run(this).SelectMany(stretch => stretch).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Handed(IEnumerable<T> items, int length) : IStretches<T>
    {
        private readonly IEnumerator<T[]> _chunks = items.Chunk(length).GetEnumerator();

        public IEnumerable<T>? Next() => _chunks.MoveNext() ? _chunks.Current : null;

        public void Dispose() => _chunks.Dispose();
    }

    private sealed class Worked<TResult>(IStretches<T> source, Func<IEnumerable<T>, IEnumerable<TResult>> work)
        : IStretches<TResult>
    {
        public IEnumerable<TResult>? Next() => source.Next() is { } stretch ? Made(stretch) : null;

        public void Dispose() => source.Dispose();

        /// <summary>Begins the work only when the stretch is called for, not when it is handed out.</summary>
        private IEnumerable<TResult> Made(IEnumerable<T> stretch)
        {
            foreach (var result in work(stretch))
                yield return result;
        }
    }
}
