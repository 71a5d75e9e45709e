namespace LandLedger.Import.Cells;

/// <summary>The unified social credit code of GB 32100-2015: 18 characters, the last a check over the others modulo 31.</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>
    /// Whether a text can identify a firm at all: as long as a credit code, or as the registration number (15) or the code of an organisation (9,
    /// or 10 with its hyphen) from before 2015, of capitals and digits, not all of them the same.
    /// </summary>
    public static bool MayBe(ReadOnlySpan<char> code)
    {
        foreach (var letter in code)
        {
            if (!char.IsAsciiDigit(letter) && !char.IsAsciiLetterUpper(letter) && letter != '-')
                return false;
        }
        return code.Length is 9 or 10 or 15 or 18 && code.ContainsAnyExcept(code[0]) && code.Count('-') <= 1;
    }

    public static bool IsValid(ReadOnlySpan<char> code)
    {
        if (code.Length != 18)
            return false;
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(code[i]);
            if (value < 0)
                return false;
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet.IndexOf(code[17]) == (31 - sum % 31) % 31;
    }
}
