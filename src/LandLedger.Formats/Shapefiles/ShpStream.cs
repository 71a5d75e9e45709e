using System.Buffers.Binary;

namespace LandLedger.Formats.Shapefiles;

/// <summary>
/// The records of a .shp in order. With a .shx each is looked up by its offset, so that gaps left by editing do no harm; without
/// one they are read one after the other.
/// </summary>
internal sealed class ShpStream(Stream shp, Stream? shx)
{
    private const int HeaderBytes = 100;
    private const int FileCode = 9994;
    private const int RecordHeaderBytes = 8;
    private const int IndexBytes = 8;

    private readonly byte[] _small = new byte[RecordHeaderBytes];
    private byte[] _content = new byte[4096];
    private long _next = HeaderBytes;
    private long _index;

    /// <summary>Records by the .shx, or null without a usable one.</summary>
    public long? Records { get; } = HasHeader(shx) ? (shx!.Length - HeaderBytes) / IndexBytes : null;

    public bool IsShapefile => HasHeader(shp);

    public void Rewind()
    {
        _next = HeaderBytes;
        _index = 0;
    }

    /// <summary>Number of records without .shx: counted through the record headers.</summary>
    public long Count()
    {
        if (Records is { } known)
        {
            return known;
        }
        var count = 0L;
        for (var at = (long)HeaderBytes; Header(at) is { } length; at += RecordHeaderBytes + length)
        {
            count++;
        }
        return count;
    }

    /// <summary>False at the end, and where the file breaks off: <paramref name="cut"/> is then true.</summary>
    public bool Read(out ReadOnlySpan<byte> content, out bool cut)
    {
        content = default;
        var at = Records is null ? _next : Indexed(_index);
        var isEnd = Records is { } records ? _index >= records : at >= shp.Length;
        cut = false;
        if (isEnd)
        {
            return false;
        }
        if (Header(at) is not { } length || at + RecordHeaderBytes + length > shp.Length || length > int.MaxValue / 2)
        {
            cut = true;
            return false;
        }
        _index++;
        _next = at + RecordHeaderBytes + length;
        if (_content.Length < length)
        {
            _content = new byte[Math.Max(length, _content.Length * 2)];
        }
        var read = shp.ReadAtLeast(_content.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false);
        cut = read < length;
        content = _content.AsSpan(0, (int)length);
        return !cut;
    }

    /// <summary>Bytes of content of the record at this place, the stream then standing on them; null outside the file.</summary>
    private long? Header(long at)
    {
        if (at < HeaderBytes || at > shp.Length - RecordHeaderBytes)
        {
            return null;
        }
        if (shp.Position != at)
        {
            shp.Position = at;
        }
        var read = shp.ReadAtLeast(_small, RecordHeaderBytes, throwOnEndOfStream: false);
        var words = BinaryPrimitives.ReadInt32BigEndian(_small.AsSpan(4));
        return read < RecordHeaderBytes || words < 0 ? null : words * 2L;
    }

    private long Indexed(long index)
    {
        shx!.Position = HeaderBytes + index * IndexBytes;
        var read = shx.ReadAtLeast(_small.AsSpan(0, 4), 4, throwOnEndOfStream: false);
        return read < 4 ? -1 : BinaryPrimitives.ReadInt32BigEndian(_small) * 2L;
    }

    private static bool HasHeader(Stream? stream)
    {
        if (stream is null || stream.Length < HeaderBytes)
        {
            return false;
        }
        Span<byte> code = stackalloc byte[4];
        stream.Position = 0;
        stream.ReadExactly(code);
        return BinaryPrimitives.ReadInt32BigEndian(code) == FileCode;
    }
}
