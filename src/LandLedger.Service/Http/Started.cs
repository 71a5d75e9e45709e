using System.Collections;

namespace LandLedger.Service.Http;

/// <summary>A sequence whose first item has been read: trouble with its source shows before anything is answered. Read it once.</summary>
internal sealed class Started<T> : IEnumerable<T>, IDisposable
{
    private readonly IEnumerator<T> _items;
    private readonly bool _any;

    public Started(IEnumerable<T> items)
    {
        _items = items.GetEnumerator();
        _any = _items.MoveNext();
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var more = _any; more; more = _items.MoveNext())
            yield return _items.Current;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => _items.Dispose();
}
