namespace LandLedger.Formats.Text;

/// <summary>
/// Which byte comes first in UTF-16 without a byte-order mark. Digits, commas and line ends leave zero bytes on one side of the
/// pairs, a few Chinese characters (一, 开) on the other; a zero byte beside a control character is no text at all.
/// </summary>
internal static class Utf16Order
{
    /// <summary>True for the high byte first, false for the low one, null for content that is no UTF-16.</summary>
    public static bool? Of(ReadOnlySpan<byte> chunk)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < chunk.Length; i++)
        {
            if (chunk[i] != 0)
                continue;
            var fellow = i ^ 1;
            if (fellow >= chunk.Length || chunk[fellow] is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                return null;
            if ((i & 1) == 0)
                even++;
            else
                odd++;
        }
        var most = Math.Max(even, odd);
        return most == 0 || most * 10 < chunk.Length || Math.Min(even, odd) * 3 > most ? null : even > odd;
    }
}
