namespace LandLedger.GeoPackage.Sqlite;

/// <summary>A day as the column type DATE has it: yyyy-MM-dd.</summary>
internal static class IsoDay
{
    public const int Length = 10;

    /// <summary>Null for anything else, such as a text that another program wrote into the column.</summary>
    public static DateOnly? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length < Length || text[4] != '-' || text[7] != '-')
            return null;
        var year = Digits(text[..4]);
        var month = Digits(text[5..7]);
        var day = Digits(text[8..Length]);
        return year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateOnly(year, month, day);
    }

    public static void Write(DateOnly day, Span<byte> text)
    {
        var (year, month, dayOfMonth) = day;
        WriteDigits(year, text[..4]);
        text[4] = (byte)'-';
        WriteDigits(month, text[5..7]);
        text[7] = (byte)'-';
        WriteDigits(dayOfMonth, text[8..Length]);
    }

    private static void WriteDigits(int number, Span<byte> text)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10)
            text[i] = (byte)('0' + number % 10);
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            value = value * 10 + (digit - '0');
        }
        return value;
    }
}
