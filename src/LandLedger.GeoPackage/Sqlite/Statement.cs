using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace LandLedger.GeoPackage.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0; spans live until the next step.</summary>
internal sealed unsafe class Statement : IDisposable
{
    private const int TextType = 3;
    private const int Real = 2;
    private const int Null = 5;
    private const int FirstRoom = 512;

    private readonly Connection _connection;
    private readonly sqlite3_stmt _handle;
    private readonly nint _statement;

    /// <summary>Pinned, with the texts that are bound; earlier ones that were full are kept as long.</summary>
    private byte[] _texts = [];
    private readonly List<byte[]> _full = [];
    private int _used;

    public Statement(Connection connection, sqlite3_stmt handle)
    {
        _connection = connection;
        _handle = handle;
        _statement = handle.DangerousGetHandle();
    }

    /// <summary>True for a row, false at the end.</summary>
    public bool Step()
    {
        var code = Native.Step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
            return false;
        Exception trouble = code == raw.SQLITE_INTERRUPT ? new OperationCanceledException() : _connection.Trouble(code);
        Reset();
        throw trouble;
    }

    /// <summary>Runs to the end and makes ready for the next run; bindings are cleared.</summary>
    public void Run()
    {
        while (Step()) { }
        Reset();
    }

    /// <summary>As <see cref="Run"/>, false when a unique key stands in the way.</summary>
    public bool RunUnlessTaken()
    {
        var code = Native.Step(_statement);
        if (code != raw.SQLITE_DONE && code != raw.SQLITE_CONSTRAINT)
        {
            var trouble = _connection.Trouble(code);
            Reset();
            throw trouble;
        }
        Reset();
        return code == raw.SQLITE_DONE;
    }

    public void Reset()
    {
        _ = Native.Reset(_statement);
        _ = Native.ClearBindings(_statement);
        _used = 0;
        _full.Clear();
    }

    public Statement Bind(int index, long value) => Check(Native.BindInt64(_statement, index, value));

    public Statement Bind(int index, long? value) => value is { } known ? Bind(index, known) : this;

    public Statement Bind(int index, bool? value) => value is { } known ? Bind(index, known ? 1L : 0L) : this;

    public Statement Bind(int index, double value) => Check(Native.BindDouble(_statement, index, value));

    public Statement Bind(int index, decimal? value) =>
        value is { } known ? Bind(index, StoredDecimal.ToDouble(known)) : this;

    public Statement Bind(int index, DateOnly? value)
    {
        if (value is not { } day)
            return this;
        var text = Room(IsoDay.Length);
        IsoDay.Write(day, text);
        return BindStanding(index, text);
    }

    public Statement Bind(int index, string? value)
    {
        if (value is null)
            return this;
        var text = Room(Encoding.UTF8.GetMaxByteCount(value.Length));
        return BindStanding(index, text[..Encoding.UTF8.GetBytes(value, text)]);
    }

    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        fixed (byte* bytes = value)
            return Check(Native.BindBlob(_statement, index, bytes, value.Length, Native.Copy));
    }

    /// <summary>For functions of ours, see <see cref="LentObject"/>.</summary>
    public Statement BindObject(int index, object value) => Check(LentObject.Bind(_statement, index, value));

    /// <summary>Whether it is a number that is kept as a double.</summary>
    public bool IsReal(int column) => Native.ColumnType(_statement, column) == Real;

    public bool IsNull(int column) => Native.ColumnType(_statement, column) == Null;

    public long Int64(int column) => Native.ColumnInt64(_statement, column);

    public int Int32(int column) => (int)Native.ColumnInt64(_statement, column);

    public double Double(int column) => Native.ColumnDouble(_statement, column);

    public decimal Decimal(int column) => StoredDecimal.FromDouble(Native.ColumnDouble(_statement, column));

    public decimal? DecimalOrNull(int column) =>
        Native.ColumnValue(_statement, column) is var value && Native.ValueType(value) != Null
            ? StoredDecimal.FromDouble(Native.ValueDouble(value))
            : null;

    public bool? FlagOrNull(int column) =>
        Native.ColumnValue(_statement, column) is var value && Native.ValueType(value) != Null
            ? Native.ValueInt64(value) != 0
            : null;

    /// <summary>The text as UTF-8, false for null; a number that another program put there comes as its digits.</summary>
    public bool TryUtf8(int column, out ReadOnlySpan<byte> utf8)
    {
        var value = Native.ColumnValue(_statement, column);
        var type = Native.ValueType(value);
        if (type == Null)
        {
            utf8 = default;
            return false;
        }
        var bytes = type == TextType ? Native.ValueBlob(value) : Native.ValueText(value);
        utf8 = new(bytes, Native.ValueBytes(value));
        return true;
    }

    /// <summary>As <see cref="TryUtf8"/>, empty for null.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => TryUtf8(column, out var utf8) ? utf8 : default;

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public string? TextOrNull(int column) => TryUtf8(column, out var utf8) ? Encoding.UTF8.GetString(utf8) : null;

    public ReadOnlySpan<byte> Blob(int column)
    {
        var bytes = Native.ColumnBlob(_statement, column);
        return new(bytes, Native.ColumnBytes(_statement, column));
    }

    public DateOnly? Date(int column) => TryUtf8(column, out var utf8) ? IsoDay.Read(utf8) : null;

    public void Dispose() => _handle.Dispose();

    /// <summary>Bytes for a text, at least one, that stay where they are until the statement is reset.</summary>
    private Span<byte> Room(int most)
    {
        if (_texts.Length - _used <= most)
        {
            if (_used > 0)
                _full.Add(_texts);
            _texts = GC.AllocateUninitializedArray<byte>(
                most + 1 + Math.Max(FirstRoom, 2 * _texts.Length),
                pinned: true
            );
            _used = 0;
        }
        return _texts.AsSpan(_used, most);
    }

    /// <summary>Binds a text in the last <see cref="Room"/>, where SQLite reads it instead of copying it.</summary>
    private Statement BindStanding(int index, ReadOnlySpan<byte> text)
    {
        _used += text.Length;
        fixed (byte* bytes = &MemoryMarshal.GetReference(text))
            return Check(Native.BindText(_statement, index, bytes, text.Length, Native.Stands));
    }

    private Statement Check(int code) => code == raw.SQLITE_OK ? this : throw _connection.Trouble(code);
}
