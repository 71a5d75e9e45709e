using System.Text;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Sqlite;

/// <summary>
/// One call of a function of ours from SQL: its arguments, and the way back. Where an argument is null the answer is null. No
/// exception may pass through SQLite; what is thrown becomes the error of the statement, and so a <see cref="StoreException"/>.
/// </summary>
internal readonly unsafe ref struct Call
{
    private const int Null = 5;

    private readonly nint* _values;

    private Call(int count, nint* values)
    {
        Count = count;
        _values = values;
    }

    public delegate T? Function<T>(Call call);

    public int Count { get; }

    public static void Whole(nint context, int count, nint* values, Function<long?> function)
    {
        try
        {
            if (!AnyNull(count, values) && function(new(count, values)) is { } value)
                NativeFunctions.Result(context, value);
            else
                NativeFunctions.Null(context);
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    public static void Text(nint context, int count, nint* values, Function<string> function)
    {
        try
        {
            if (AnyNull(count, values) || function(new(count, values)) is not { } value)
            {
                NativeFunctions.Null(context);
                return;
            }
            var utf8 = Encoding.UTF8.GetBytes(value);
            fixed (byte* bytes = utf8)
            {
                byte none = 0;
                NativeFunctions.Result(context, bytes is null ? &none : bytes, utf8.Length, Native.Copy);
            }
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    public long Int64(int index) => Native.ValueInt64(_values[index]);

    /// <summary>The bytes of a text or a blob; a number comes as its digits.</summary>
    public ReadOnlySpan<byte> Utf8(int index)
    {
        var bytes = Native.ValueBlob(_values[index]);
        return new(bytes, Native.ValueBytes(_values[index]));
    }

    public string Text(int index) => Encoding.UTF8.GetString(Utf8(index));

    public object Object(int index) => LentObject.Of(_values[index])!;

    /// <summary>An object of ours looks null to SQL.</summary>
    private static bool AnyNull(int count, nint* values)
    {
        for (var i = 0; i < count; i++)
        {
            if (Native.ValueType(values[i]) == Null && LentObject.Of(values[i]) is null)
                return true;
        }
        return false;
    }

    private static void Fail(nint context, Exception error)
    {
        var message = Encoding.UTF8.GetBytes(error.Message);
        fixed (byte* bytes = message)
            NativeFunctions.Error(context, bytes, message.Length);
    }
}
