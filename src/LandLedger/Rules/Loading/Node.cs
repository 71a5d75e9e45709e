using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Rules.Loading;

/// <summary>A JSON value with its place in the file. Reading what is not there or not right notes a problem and gives null.</summary>
internal readonly struct Node(JsonElement element, string place, List<RuleProblem> problems)
{
    public string Place { get; } = place;

    public JsonElement Element { get; } = element;

    public void Report(string code, string value, string? member = null) =>
        problems.Add(new(code, member is null ? Place : At(member), value));

    /// <summary>Names members that nobody reads, so that a slip of the pen is not a silent change of law.</summary>
    public void Only(params ReadOnlySpan<string> known)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            Report("not-object", Element.ValueKind.ToString());
            return;
        }
        foreach (var member in Element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                Report("unknown-member", member.Name, member.Name);
        }
    }

    public Node? Member(string name, bool required = true)
    {
        if (
            Element.ValueKind == JsonValueKind.Object
            && Element.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
        )
            return new(value, At(name), problems);
        if (required)
            Report("missing-member", name, name);
        return null;
    }

    /// <summary>A member that has to be written, null where its source does not say it.</summary>
    public Node? Open(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object || !Element.TryGetProperty(name, out _))
            Report("missing-member", name, name);
        return Member(name, required: false);
    }

    /// <summary>A number within a range, both ends included.</summary>
    public decimal? Number(string name, decimal min, decimal max)
    {
        if (Member(name) is not { } node)
            return null;
        if (
            node.Element.ValueKind == JsonValueKind.Number
            && node.Element.TryGetDecimal(out var value)
            && value >= min
            && value <= max
        )
            return value;
        node.Report(
            "bad-number",
            string.Create(CultureInfo.InvariantCulture, $"{node.Element.GetRawText()} ({min}–{max})")
        );
        return null;
    }

    /// <summary>The member of an enum that a text names by its code.</summary>
    public T? Code<T>(string name, bool required = true)
        where T : struct, Enum =>
        Member(name, required) is { } node && Text(name) is { } code && node.IsCode<T>(code)
            ? CodeText.Parse<T>(code)
            : null;

    /// <summary>Whether the text that stands here is the code of a member of an enum.</summary>
    public bool IsCode<T>(string code)
        where T : struct, Enum
    {
        var all = CodeText.All(typeof(T));
        if (all.Contains(code, StringComparer.Ordinal))
            return true;
        Report("unknown-code", $"{code} ({string.Join(", ", all)})");
        return false;
    }

    public string? Text(string name, bool required = true)
    {
        if (Member(name, required) is not { } node)
            return null;
        if (node.Element.ValueKind == JsonValueKind.String && node.Element.GetString() is { Length: > 0 } text)
            return text;
        node.Report("not-text", node.Element.GetRawText());
        return null;
    }

    public DateOnly? Day(string name, bool required) =>
        Member(name, required) is { } node && Text(name) is { } text ? node.AsDay(text) : null;

    /// <summary>The day that a text at this place names.</summary>
    public DateOnly? AsDay(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Report("bad-date", text);
        return null;
    }

    /// <summary>A whole number within a range, both ends included.</summary>
    public int? Whole(string name, int min, int max, string code)
    {
        if (Member(name) is not { } node)
            return null;
        if (
            node.Element.ValueKind == JsonValueKind.Number
            && node.Element.TryGetInt32(out var value)
            && value >= min
            && value <= max
        )
            return value;
        node.Report(code, $"{node.Element.GetRawText()} ({min}–{max})");
        return null;
    }

    /// <summary>Yes or no; no where it is not there.</summary>
    public bool Flag(string name)
    {
        if (Member(name, required: false) is not { } node)
            return false;
        if (node.Element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            node.Report("not-flag", node.Element.GetRawText());
        return node.Element.ValueKind == JsonValueKind.True;
    }

    public Trust? Trust()
    {
        if (Text("trust") is not { } letter)
            return null;
        Trust? trust = letter switch
        {
            "R" => Rules.Trust.Read,
            "U" => Rules.Trust.Unverified,
            "S" => Rules.Trust.Stated,
            "C" => Rules.Trust.Checked,
            "I" => Rules.Trust.Inferred,
            _ => null,
        };
        if (trust is null)
            Report("bad-trust", letter, "trust");
        return trust;
    }

    /// <summary>A text in Chinese and English, both needed.</summary>
    public IReadOnlyDictionary<string, string> Words(string name)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Member(name) is { } node)
        {
            node.Only("zh", "en");
            words["zh"] = node.Text("zh") ?? "";
            words["en"] = node.Text("en") ?? "";
        }
        return words;
    }

    public IEnumerable<Node> Items(string name, bool required = true)
    {
        if (Member(name, required) is not { } list)
            return [];
        if (list.Element.ValueKind == JsonValueKind.Array)
            return list.All();
        list.Report("not-list", list.Element.ValueKind.ToString());
        return [];
    }

    public IEnumerable<(string Name, Node Value)> Members(string name)
    {
        if (Member(name, required: false) is not { } map)
            return [];
        if (map.Element.ValueKind == JsonValueKind.Object)
            return map.Pairs();
        map.Report("not-object", map.Element.ValueKind.ToString());
        return [];
    }

    public IEnumerable<(string Text, Node Node)> Texts(string name, bool required = true)
    {
        foreach (var item in Items(name, required))
        {
            if (item.Element.ValueKind == JsonValueKind.String)
                yield return (item.Element.GetString()!, item);
            else
                item.Report("not-text", item.Element.GetRawText());
        }
    }

    public IEnumerable<Node> All()
    {
        var index = 0;
        foreach (var item in Element.EnumerateArray())
            yield return new(item, $"{Place}[{index++}]", problems);
    }

    private IEnumerable<(string Name, Node Value)> Pairs()
    {
        foreach (var member in Element.EnumerateObject())
            yield return (member.Name, new(member.Value, At(member.Name), problems));
    }

    private string At(string member) => Place.Length == 0 ? member : $"{Place}.{member}";
}
