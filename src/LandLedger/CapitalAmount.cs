using System.Globalization;
using System.Text;

namespace LandLedger;

/// <summary>
/// An amount of money in Chinese capital numerals (大写金额), to the fen, half up: 壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分. As the rules for bills
/// ask: 整 follows where the amount ends at the yuan; zeros within make one 零; a 零 follows the yuan where the jiao is nothing and the
/// fen is not, or where the yuan's own digit is nothing and the jiao is not. Where those rules leave a 零 to choice between 万 or 亿 and
/// a digit of thousands, none is written. A negative amount begins with 负.
/// </summary>
public static class CapitalAmount
{
    /// <summary>Exclusive: one more would need a unit beyond 万亿.</summary>
    public const decimal Limit = 10_000_000_000_000_000m;

    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["仟", "佰", "拾", ""];
    private static readonly string[] Groups = ["万", "亿", "万", ""];

    public static string Of(Money amount)
    {
        var yuan = amount.ToYuan();
        if (Math.Abs(yuan) >= Limit)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "No capital numerals from 10^16 yuan on.");
        var figures = Math.Abs(yuan).ToString("0000000000000000.00", CultureInfo.InvariantCulture);
        var text = new StringBuilder(yuan < 0 ? "负" : "");
        var start = text.Length;
        Whole(text, figures.AsSpan(0, 16));
        var (ones, jiao, fen) = (figures[15], figures[17], figures[18]);
        var hasYuan = text.Length > start;
        if (hasYuan)
            text.Append('元');
        if (jiao == '0' && fen == '0')
            return text.Append(hasYuan ? "整" : "零元整").ToString();
        if (hasYuan && (jiao == '0' || ones == '0'))
            text.Append('零');
        if (jiao != '0')
            text.Append(Digits[jiao - '0']).Append('角');
        if (fen != '0')
            text.Append(Digits[fen - '0']).Append('分');
        return text.ToString();
    }

    /// <summary>Sixteen figures in groups of four: 万 of 亿, 亿, 万 and ones.</summary>
    private static void Whole(StringBuilder text, ReadOnlySpan<char> figures)
    {
        var start = text.Length;
        for (var group = 0; group < 4; group++)
        {
            var four = figures.Slice(group * 4, 4);
            var follows = text.Length > start;
            if (four.IndexOfAnyExcept('0') >= 0)
            {
                // A group that is all nothing is said before the next figure, as a nothing in the thousands is.
                if (follows && (four[0] == '0' || figures.Slice((group - 1) * 4, 4).IndexOfAnyExcept('0') < 0))
                    text.Append('零');
                Four(text, four);
                text.Append(Groups[group]);
            }
            else if (group == 1 && follows)
            {
                text.Append('亿');
            }
        }
    }

    private static void Four(StringBuilder text, ReadOnlySpan<char> figures)
    {
        var first = figures.IndexOfAnyExcept('0');
        var last = figures.LastIndexOfAnyExcept('0');
        for (var place = first; place <= last; place++)
        {
            if (figures[place] != '0')
                text.Append(Digits[figures[place] - '0']).Append(Places[place]);
            else if (figures[place - 1] != '0')
                text.Append('零');
        }
    }
}
