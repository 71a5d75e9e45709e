using System.Globalization;

namespace LandLedger.Formats.Shapes;

/// <summary>One bracketed element of a WKT of a coordinate system: keyword, texts and numbers in order, elements inside.</summary>
internal sealed class WktNode
{
    private const int Deepest = 16;
    private const int Longest = 65_536;

    private WktNode(string keyword) => Keyword = keyword;

    public string Keyword { get; }

    public List<string> Texts { get; } = [];

    public List<double> Numbers { get; } = [];

    public List<WktNode> Nodes { get; } = [];

    public string Name => Texts.Count > 0 ? Texts[0] : "";

    public WktNode? Find(string keyword) =>
        Nodes.Find(node => node.Keyword.Equals(keyword, StringComparison.OrdinalIgnoreCase));

    public static WktNode? Parse(string wkt)
    {
        var at = 0;
        return wkt.Length > Longest ? null : Node(wkt, ref at, 0);
    }

    private static WktNode? Node(string wkt, ref int at, int depth)
    {
        var keyword = Word(wkt, ref at);
        if (depth > Deepest || keyword.Length == 0 || at >= wkt.Length || wkt[at] is not ('[' or '('))
        {
            return null;
        }
        var node = new WktNode(keyword);
        do
        {
            at++;
            if (!Item(node, wkt, ref at, depth))
            {
                return null;
            }
            Blanks(wkt, ref at);
        } while (at < wkt.Length && wkt[at] == ',');
        return at < wkt.Length && wkt[at++] is ']' or ')' ? node : null;
    }

    private static bool Item(WktNode node, string wkt, ref int at, int depth)
    {
        Blanks(wkt, ref at);
        if (at < wkt.Length && wkt[at] == '"')
        {
            var end = wkt.IndexOf('"', at + 1);
            if (end < 0)
            {
                return false;
            }
            node.Texts.Add(wkt[(at + 1)..end]);
            at = end + 1;
            return true;
        }
        if (at < wkt.Length && (char.IsAsciiDigit(wkt[at]) || wkt[at] is '-' or '+' or '.'))
        {
            var end = wkt.IndexOfAny([',', ']', ')'], at);
            if (
                end < 0
                || !double.TryParse(
                    wkt.AsSpan(at, end - at),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                return false;
            }
            node.Numbers.Add(number);
            at = end;
            return true;
        }
        var start = at;
        var word = Word(wkt, ref at);
        if (at < wkt.Length && wkt[at] is '[' or '(')
        {
            at = start;
            var inner = Node(wkt, ref at, depth + 1);
            if (inner is not null)
            {
                node.Nodes.Add(inner);
            }
            return inner is not null;
        }
        // A bare word, as in AXIS["Easting",EAST].
        node.Texts.Add(word);
        return word.Length > 0;
    }

    private static string Word(string wkt, ref int at)
    {
        Blanks(wkt, ref at);
        var start = at;
        while (at < wkt.Length && (char.IsAsciiLetterOrDigit(wkt[at]) || wkt[at] == '_'))
        {
            at++;
        }
        var word = wkt[start..at];
        Blanks(wkt, ref at);
        return word;
    }

    private static void Blanks(string wkt, ref int at)
    {
        while (at < wkt.Length && char.IsWhiteSpace(wkt[at]))
        {
            at++;
        }
    }
}
