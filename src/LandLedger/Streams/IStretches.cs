namespace LandLedger.Streams;

/// <summary>
/// Items in order, a stretch at a time. A stretch is made by enumerating it, once, on any thread. Disposed when every stretch
/// that was begun has come to its end; one that is begun later may fail.
/// </summary>
public interface IStretches<out T> : IDisposable
{
    /// <summary>The next stretch, not yet made; null at the end. Asked for by one thread at a time.</summary>
    IEnumerable<T>? Next();
}
