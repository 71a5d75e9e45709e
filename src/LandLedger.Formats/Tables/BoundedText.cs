namespace LandLedger.Formats.Tables;

/// <summary>A record of separated text is longer than any real one: its line ends got lost, or a quotation mark is open.</summary>
internal sealed class RecordTooLongException() : IOException("record over limit");

/// <summary>Hands text on and stops when more than a limit goes by without a record: a parser keeps all of a record in memory.</summary>
internal sealed class BoundedText(TextReader inner, int limit) : TextReader
{
    private int _since;

    /// <summary>A record is done; what the parser has read ahead of it counts as the beginning of the next.</summary>
    public void Next() => _since = 0;

    public override int Peek() => inner.Peek();

    public override int Read() => throw new NotSupportedException();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = inner.Read(buffer);
        _since += count;
        return _since <= limit ? count : throw new RecordTooLongException();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
