using System.Collections.Frozen;
using System.Reflection;
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
    private readonly FrozenDictionary<string, string[]> _templates;

    private Texts(Language language, string file)
    {
        Language = language;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("texts/" + file)!;
        _byKey = JsonSerializer
            .Deserialize<Dictionary<string, string>>(stream)!
            .ToFrozenDictionary(StringComparer.Ordinal);
        _templates = _byKey
            .Where(text => text.Value.Contains('{', StringComparison.Ordinal))
            .ToFrozenDictionary(text => text.Key, text => Parts(text.Value), StringComparer.Ordinal);
    }

    public static Texts Chinese { get; } = new(Language.Chinese, "zh.json");

    public static Texts English { get; } = new(Language.English, "en.json");

    public Language Language { get; }

    /// <summary>The tag of the language (zh, en), by which titles in several languages are kept.</summary>
    public string Tag => Language == Language.Chinese ? "zh" : "en";

    public IEnumerable<string> Keys => _byKey.Keys;

    public static Texts In(Language language) => language == Language.Chinese ? Chinese : English;

    public string? Find(string key) => _byKey.GetValueOrDefault(key);

    public string this[string key] => _byKey[key];

    /// <summary>Plain text and names of places in turn, plain text first and last; null where the text has no place.</summary>
    internal string[]? Template(string key) => _templates.GetValueOrDefault(key);

    /// <summary>Fills the template of a key; a place without a value keeps its braces, so that the gap is seen.</summary>
    public string Fill(string key, Func<string, string?> value)
    {
        if (!_templates.TryGetValue(key, out var parts))
            return this[key];
        var filled = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            filled[i] = i % 2 == 0 ? parts[i] : value(parts[i]) ?? "{" + parts[i] + "}";
        return string.Concat(filled);
    }

    private static string[] Parts(string template)
    {
        var parts = new List<string>();
        var at = 0;
        for (int open; (open = template.IndexOf('{', at)) >= 0; )
        {
            var close = template.IndexOf('}', open);
            if (close < 0)
                break;
            parts.Add(template[at..open]);
            parts.Add(template[(open + 1)..close]);
            at = close + 1;
        }
        parts.Add(template[at..]);
        return [.. parts];
    }
}
