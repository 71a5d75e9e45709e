namespace LandLedger;

/// <summary>Numbers as laws print them: 二, 十四, 三十, 二百零四. From 1 to 999; others stay in figures.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(ReadOnlySpan<char> figures) =>
        int.TryParse(
            figures,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        ) && number is > 0 and < 1000
            ? Of(number)
            : figures.ToString();

    private static string Of(int number)
    {
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var text = hundreds > 0 ? Digits[hundreds] + "百" : "";
        if (tens > 0)
            text += (tens == 1 && hundreds == 0 ? "" : Digits[tens].ToString()) + "十";
        else if (hundreds > 0 && ones > 0)
            text += "零";
        return ones > 0 ? text + Digits[ones] : text;
    }
}
