namespace LandLedger.Appraisal.Scoring;

/// <summary>Sectors by GB/T 4754, with or without the letter of the section.</summary>
internal static class SectorCode
{
    /// <summary>Whether the digits of a sector begin with one of the codes; not where the sector is unknown or no code.</summary>
    public static bool IsAmong(string? sector, IReadOnlyList<string> codes)
    {
        var digits = sector.AsSpan().Trim();
        if (digits.Length > 0 && char.IsAsciiLetter(digits[0]))
            digits = digits[1..];
        foreach (var code in codes)
        {
            if (digits.StartsWith(code, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
