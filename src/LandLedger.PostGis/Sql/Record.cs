using System.Buffers.Binary;
using System.Text;
using LandLedger.Import;
using Npgsql;

namespace LandLedger.PostGis.Sql;

/// <summary>
/// A row that the server sends as one value, the binary form of a record (<c>record_send</c>): its columns are read in place,
/// where a driver would make an object for each. Columns count from 0; spans live until the next row.
/// </summary>
internal sealed class Record(DatabaseAddress address)
{
    private const int DaysTo2000 = 730_119;
    private const long FirstTicks = DaysTo2000 * TimeSpan.TicksPerDay;
    private const int Unknown = -1;

    private byte[] _bytes = new byte[4096];
    private int[] _starts = new int[96];
    private int[] _lengths = new int[96];
    private Record? _element;

    /// <summary>Texts that come again from row to row.</summary>
    public Interned Interned { get; private init; } = new();

    /// <summary>Takes the value in the first column of the row that the reader stands on.</summary>
    public void Take(NpgsqlDataReader reader)
    {
        var length = (int)reader.GetBytes(0, 0, null, 0, 0);
        if (_bytes.Length < length)
            _bytes = new byte[length * 2];
        for (var read = 0; read < length; )
            read += (int)reader.GetBytes(0, read, _bytes, read, length - read);
        Take(0);
    }

    public bool IsNull(int column) => _lengths[column] == Unknown;

    /// <summary>The bytes of a column, empty for null.</summary>
    public ReadOnlySpan<byte> Bytes(int column) =>
        IsNull(column) ? default : _bytes.AsSpan(_starts[column], _lengths[column]);

    /// <summary>The text as UTF-8, false for null.</summary>
    public bool TryUtf8(int column, out ReadOnlySpan<byte> utf8)
    {
        utf8 = Bytes(column);
        return !IsNull(column);
    }

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public int? Whole(int column) => IsNull(column) ? null : BinaryPrimitives.ReadInt32BigEndian(Bytes(column));

    public long Long(int column) => BinaryPrimitives.ReadInt64BigEndian(Bytes(column));

    public double Double(int column) => BinaryPrimitives.ReadDoubleBigEndian(Bytes(column));

    /// <summary>Null for what is no instant of this calendar.</summary>
    public DateTime? Instant(int column)
    {
        var microseconds = Long(column);
        var least = (DateTime.MinValue.Ticks - FirstTicks) / TimeSpan.TicksPerMicrosecond;
        var most = (DateTime.MaxValue.Ticks - FirstTicks) / TimeSpan.TicksPerMicrosecond;
        return microseconds >= least && microseconds <= most
            ? new DateTime(FirstTicks + (microseconds * TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)
            : null;
    }

    public bool? Flag(int column) => IsNull(column) ? null : Bytes(column)[0] != 0;

    /// <summary>Null for unknown, and for what is no day of this calendar (infinity, years before 1).</summary>
    public DateOnly? Date(int column)
    {
        if (Whole(column) is not { } days)
            return null;
        var day = (long)days + DaysTo2000;
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;
    }

    /// <summary>Exact; null for unknown.</summary>
    /// <exception cref="StoreException">damaged: another program wrote what is no number of a ledger.</exception>
    public decimal? Number(int column)
    {
        if (IsNull(column))
            return null;
        try
        {
            return Numeric.Read(Bytes(column));
        }
        catch (OverflowException e)
        {
            throw Problem.Damaged(address, e);
        }
    }

    public Area? Mu(int column) => Number(column) is { } mu ? Area.FromMu(mu) : null;

    public Money? Yuan(int column) => Number(column) is { } yuan ? Money.FromYuan(yuan) : null;

    public DateTimeOffset Time(int column) =>
        new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(Long(column) * TimeSpan.TicksPerMicrosecond);

    /// <summary>The records of a column that holds an array of them.</summary>
    public IReadOnlyList<T> List<T>(int column, Func<Record, T> read)
    {
        var array = Bytes(column);
        // Dimensions, whether there are nulls, type; then size and lower bound; then length and bytes of each.
        if (array.Length < 20)
            return [];
        var found = new T[BinaryPrimitives.ReadInt32BigEndian(array[12..])];
        _element ??= new Record(address) { Interned = Interned };
        _element._bytes = _bytes;
        var at = _starts[column] + 20;
        for (var i = 0; i < found.Length; i++)
        {
            _element.Take(at + 4);
            found[i] = read(_element);
            at += 4 + Read(at);
        }
        return found;
    }

    /// <summary>Finds the columns of the record that begins there: type, length and bytes of each.</summary>
    private void Take(int at)
    {
        var count = Read(at);
        at += 4;
        if (_starts.Length < count)
        {
            _starts = new int[count];
            _lengths = new int[count];
        }
        for (var i = 0; i < count; i++)
        {
            var length = Read(at + 4);
            at += 8;
            (_starts[i], _lengths[i]) = (at, length);
            at += Math.Max(length, 0);
        }
    }

    private int Read(int at) => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(at));
}
