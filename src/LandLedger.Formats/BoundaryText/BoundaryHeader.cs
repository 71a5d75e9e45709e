using System.Globalization;
using LandLedger.Formats.Text;
using LandLedger.Import;
using LandLedger.Import.Cells;

namespace LandLedger.Formats.BoundaryText;

/// <summary>The key = value lines of one 属性描述 section.</summary>
internal sealed class BoundaryHeader
{
    /// <summary>Keys that a header has, in their usual order.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    ["格式版本号", "数据产生单位", Produced, "坐标系", "几度分带", "投影类型", "计量单位", "带号", "精度", Shift];

    private const string Produced = "数据产生日期";
    private const string Shift = "转换参数";

    private readonly Dictionary<string, (string Value, int Line)> _values = new(StringComparer.Ordinal);

    /// <summary>Line of the section mark; 0 where the file has no header.</summary>
    public int Line { get; init; }

    /// <summary>Null for a missing key, empty for one without value.</summary>
    public string? this[string key] => _values.TryGetValue(key, out var said) ? said.Value : null;

    /// <summary>Where a key stands; the section mark where it is missing.</summary>
    public int LineOf(string key) => _values.TryGetValue(key, out var said) ? said.Line : Line;

    public string Datum => this["坐标系"] ?? "";

    /// <summary>In whole degrees; 0, which no zone has, for any other width.</summary>
    public int? ZoneWidth => IsFraction(this["几度分带"]) ? 0 : Digits(this["几度分带"]);

    public int? Zone => Digits(this["带号"]);

    /// <summary>False for a line that is no key = value.</summary>
    public bool Add(ReadOnlySpan<char> line, int number)
    {
        var text = FullWidth.Narrow(line);
        var equals = text.IndexOfAny(['=', ':']);
        if (equals <= 0)
            return false;
        var key = text[..equals].Trim();
        key = key switch
        {
            "分带" or "分带方式" or "度带" => "几度分带",
            "坐标系统" or "坐标系名称" => "坐标系",
            "版本号" => "格式版本号",
            _ => key,
        };
        return _values.TryAdd(key, (text[(equals + 1)..].Trim(), number));
    }

    /// <summary>What it says of the coordinates, in its own words.</summary>
    public override string ToString() =>
        string.Join(
            "，",
            Keys.Where(key => key is "坐标系" or "几度分带" or "带号").Select(key => $"{key}={this[key]}")
        );

    /// <summary>False where both say something of the coordinates and it is not the same.</summary>
    public bool Agrees(BoundaryHeader other) =>
        (Datum.Length == 0 || other.Datum.Length == 0 || Datum == other.Datum)
        && (ZoneWidth is null || other.ZoneWidth is null || ZoneWidth == other.ZoneWidth)
        && (Zone is null || other.Zone is null || Zone == other.Zone);

    /// <summary>What is missing or empty; each is a thing to look at, what the coordinates need is judged apart.</summary>
    public void Tell(IssueLog log)
    {
        if (Line == 0)
        {
            log.Add("header.no-section", Severity.Warn);
            return;
        }
        foreach (var key in Keys)
        {
            // Left empty by the sheet itself or by habit.
            var mayBeEmpty = key is "格式版本号" or "带号" or "精度" or Shift;
            if (this[key] is not { } value)
                log.Add("header.missing", Severity.Warn, Line, arguments: [("key", key)]);
            else if (value.Length == 0 && !mayBeEmpty)
                log.Add("header.empty", Severity.Note, LineOf(key), arguments: [("key", key)]);
        }
        if (this[Produced] is { Length: > 0 } day && !IsDay(day))
            log.Add("header.date", Severity.Warn, LineOf(Produced), day, title: Produced);
        if (this[Shift] is { } shift && !IsNone(shift))
            log.Add("header.shift", Severity.Warn, LineOf(Shift), shift, title: Shift);
    }

    /// <summary>No parameters at all, or seven that shift nothing: ",,,,,,", "0,0,0,0,0,0,0".</summary>
    private static bool IsNone(string shift) =>
        shift
            .Split([',', ';', '、'])
            .All(text =>
                string.IsNullOrWhiteSpace(text) || (NumberText.TryRead(text, out var written) && written.Number == 0)
            );

    /// <summary>A day, or a month or year alone.</summary>
    private static bool IsDay(string text) =>
        DateText.Read(text, out _) is not (DateReading.Invalid or DateReading.OutOfRange);

    /// <summary>"1.5", but not "3.0".</summary>
    private static bool IsFraction(string? text) =>
        text is not null
        && NumberText.TryRead(text.TrimEnd('°', '度', '分', '带'), out var width)
        && width.Number != decimal.Truncate(width.Number);

    /// <summary>"3", "3度带", "三度分带", "40带" as a number; null where there is none.</summary>
    private static int? Digits(string? text)
    {
        if (text is null)
            return null;
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return text.StartsWith('三') ? 3
                : text.StartsWith('六') ? 6
                : null;
        var rest = text.AsSpan(start);
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(
            end < 0 ? rest : rest[..end],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;
    }
}
