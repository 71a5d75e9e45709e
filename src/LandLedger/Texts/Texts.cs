using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace LandLedger;

public enum Language
{
    Chinese,
    English,
}

/// <summary>
/// All words that people read, one file a language (<c>Texts/zh.json</c>, <c>Texts/en.json</c>). A text is a template with
/// <c>{name}</c> places. Every key stands in every language; a test holds that.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> _byKey;

    private Texts(Language language, string file)
    {
        Language = language;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("texts/" + file)!;
        _byKey = JsonSerializer
            .Deserialize<Dictionary<string, string>>(stream)!
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Texts Chinese { get; } = new(Language.Chinese, "zh.json");

    public static Texts English { get; } = new(Language.English, "en.json");

    public Language Language { get; }

    public IEnumerable<string> Keys => _byKey.Keys;

    public static Texts In(Language language) => language == Language.Chinese ? Chinese : English;

    public string? Find(string key) => _byKey.GetValueOrDefault(key);

    public string this[string key] => _byKey[key];

    /// <summary>Fills the template of a key; a place without a value keeps its braces, so that the gap is seen.</summary>
    public string Fill(string key, Func<string, string?> value)
    {
        var template = this[key];
        var text = new StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length; )
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                text.Append(template, at, template.Length - at);
                break;
            }
            text.Append(template, at, open - at);
            text.Append(value(template[(open + 1)..close]) ?? template[open..(close + 1)]);
            at = close + 1;
        }
        return text.ToString();
    }
}
