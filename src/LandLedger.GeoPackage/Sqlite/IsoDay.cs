namespace LandLedger.GeoPackage.Sqlite;

/// <summary>A day as the column type DATE has it: yyyy-MM-dd.</summary>
internal static class IsoDay
{
    /// <summary>Null for anything else, such as a text that another program wrote into the column.</summary>
    public static DateOnly? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
            return null;
        var year = Digits(text[..4]);
        var month = Digits(text[5..7]);
        var day = Digits(text[8..10]);
        return year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateOnly(year, month, day);
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
