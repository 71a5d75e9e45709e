namespace LandLedger.Filters;

/// <summary>
/// Instants as files and stores write them: 2022-04-16T10:13:19Z, with a blank instead of T, with decimals of a second, with a
/// zone (+08:00), without one (UTC), without a time (midnight UTC).
/// </summary>
public static class InstantText
{
    /// <summary>Ticks of 100 nanoseconds since the year 1 in UTC, further decimals cut off; null for any other text.</summary>
    public static long? Read(ReadOnlySpan<byte> text) => Read(text, out _);

    internal static long? Read(ReadOnlySpan<byte> text, out bool zoned)
    {
        zoned = false;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
            return null;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        var rest = text[10..];
        if (rest.IsEmpty)
            return ticks;
        if ((char)rest[0] is not ('T' or 't' or ' ') || TimeOfDay(rest[1..], out var length) is not { } time)
            return null;
        if (Offset(rest[(1 + length)..], out zoned) is not { } offset)
            return null;
        ticks += time - offset;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? ticks : null;
    }

    /// <summary>hh:mm, hh:mm:ss or hh:mm:ss.fff as ticks; null for none.</summary>
    private static long? TimeOfDay(ReadOnlySpan<byte> text, out int length)
    {
        length = 5;
        if (text.Length < 5 || text[2] != ':')
            return null;
        var (hour, minute, second) = (Digits(text[..2]), Digits(text[3..5]), 0);
        var fraction = 0L;
        if (text.Length >= 8 && text[5] == ':')
        {
            second = Digits(text[6..8]);
            length = 8;
            if (text.Length > 8 && text[8] == '.')
                length += 1 + Fraction(text[9..], out fraction);
        }
        return hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || length == 9
            ? null
            : (hour * 3600L + minute * 60L + second) * TimeSpan.TicksPerSecond + fraction;
    }

    private static int Fraction(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        var worth = TimeSpan.TicksPerSecond;
        var length = 0;
        for (; length < text.Length && char.IsAsciiDigit((char)text[length]); length++)
        {
            worth /= 10;
            ticks += (text[length] - '0') * worth;
        }
        return length;
    }

    /// <summary>What a zone is ahead of UTC, as ticks; 0 where none is named; null for anything that is no zone.</summary>
    private static long? Offset(ReadOnlySpan<byte> text, out bool zoned)
    {
        zoned = !text.IsEmpty;
        if (text.IsEmpty || (text.Length == 1 && (char)text[0] is 'Z' or 'z'))
            return 0;
        if (text.Length != 6 || (char)text[0] is not ('+' or '-') || text[3] != ':')
            return null;
        var (hours, minutes) = (Digits(text[1..3]), Digits(text[4..6]));
        if (hours is < 0 or > 23 || minutes is < 0 or > 59)
            return null;
        var ahead = (hours * 60 + minutes) * TimeSpan.TicksPerMinute;
        return text[0] == '-' ? -ahead : ahead;
    }

    /// <summary>-1 for anything but digits.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
                return -1;
            value = value * 10 + (digit - '0');
        }
        return value;
    }
}
