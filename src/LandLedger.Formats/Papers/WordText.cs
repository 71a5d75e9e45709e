using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LandLedger.Formats.Papers;

/// <summary>
/// The text of one paragraph of a Word part. Word splits a text into runs wherever it likes, within a placeholder too: here it is one text
/// again, and what takes a placeholder's place goes into the run in which that begins.
/// </summary>
internal sealed partial class WordText
{
    private static readonly XNamespace Word = WordPackage.Main;

    private readonly XElement[] _runs;
    private readonly string _text;

    private WordText(string kind, int paragraph, XElement[] runs)
    {
        (Kind, Paragraph, _runs) = (kind, paragraph, runs);
        _text = string.Concat(runs.Select(run => run.Value));
    }

    /// <summary>Which part it stands in: document, header, footer or notes.</summary>
    public string Kind { get; }

    /// <summary>Counted from 1 in its part, paragraphs of tables and text boxes too.</summary>
    public int Paragraph { get; }

    /// <summary>Names of placeholders in order, without braces and blanks.</summary>
    public IEnumerable<string> Placeholders => Placeholder().Matches(_text).Select(Name);

    /// <summary>Whether double braces stand there that are no placeholder.</summary>
    public bool IsOpen => Placeholder().Replace(_text, "") is var rest && (rest.Contains("{{") || rest.Contains("}}"));

    /// <summary>The paragraphs of a part that have text.</summary>
    public static IEnumerable<WordText> Of(string kind, XDocument part) =>
        part.Descendants(Word + "p")
            .Select((paragraph, index) => new WordText(kind, index + 1, [.. Runs(paragraph)]))
            .Where(text => text._text.Length > 0);

    /// <summary>Puts words in the place of every placeholder; a word is not looked through for more of them.</summary>
    public void Fill(Func<string, string> word)
    {
        var texts = _runs.Select(run => run.Value).ToArray();
        var matches = Placeholder().Matches(_text);
        for (var i = matches.Count - 1; i >= 0; i--)
            Replace(texts, matches[i], word(Name(matches[i])));
        for (var i = 0; matches.Count > 0 && i < _runs.Length; i++)
            Write(_runs[i], texts[i]);
    }

    /// <summary>From the last match to the first, so that places before it stay as they were.</summary>
    private void Replace(string[] texts, Match match, string word)
    {
        var start = 0;
        for (var i = 0; i < _runs.Length; start += _runs[i].Value.Length, i++)
        {
            var from = Math.Max(match.Index - start, 0);
            var to = Math.Min(match.Index + match.Length - start, _runs[i].Value.Length);
            if (from < to)
                texts[i] = texts[i][..from] + (match.Index >= start ? word : "") + texts[i][to..];
        }
    }

    /// <summary>A line break within a text is one in the paragraph.</summary>
    private static void Write(XElement run, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        run.Value = XmlText.Clean(lines[0]);
        run.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        for (var i = lines.Length - 1; i > 0; i--)
            run.AddAfterSelf(
                new XElement(Word + "br"),
                new XElement(Word + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XmlText.Clean(lines[i]))
            );
    }

    /// <summary>Texts of the paragraph itself; a text box within it has paragraphs of its own.</summary>
    private static IEnumerable<XElement> Runs(XElement paragraph) =>
        paragraph.Descendants(Word + "t").Where(run => ReferenceEquals(run.Ancestors(Word + "p").First(), paragraph));

    private static string Name(Match match) => string.Concat(match.Groups[1].Value.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"\{\{([^{}]*)\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
