using System.Buffers;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Import.Cells;

/// <summary>
/// The words of ledgers that are no values of their own, from <c>data/import/words.json</c>: what stands for nothing, yes and no,
/// totals and notes, and how officers write the codes. Compared in the form of <see cref="CellText.Plain"/>.
/// </summary>
internal static class Words
{
    private const int LongestWord = 8;
    private const int LongestMark = 9;
    private const int LongestLabel = 40;

    private static readonly Document Data = Load();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nothing = SetOf(Data.Nothing);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Withdrawn = SetOf(Data.Withdrawn);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Above = SetOf(Data.Above);
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Flags = FlagsOf(
        new(Data.Yes, Data.No)
    );
    private static readonly Dictionary<
        string,
        FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>>
    > FieldFlags = Data.Flags.ToDictionary(pair => pair.Key, pair => FlagsOf(pair.Value));
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SerialTitles = SetOf(Data.Serial);
    private static readonly string[] Totals = [.. Data.Total.Select(word => CellText.Plain(word))];
    private static readonly string[] Notes = [.. Data.Note.Select(word => CellText.Plain(word))];

    // Asked of every row: most cells differ from every word in their first letter.
    private static readonly SearchValues<char> TotalLetters = LettersOf(Totals);
    private static readonly SearchValues<char> NoteLetters = LettersOf([.. Notes, "注"]);

    /// <summary>Last letters of 小计, 合计 and their like, of counts (50宗) and of remarks in brackets.</summary>
    private static readonly SearchValues<char> TotalEnds = SearchValues.Create([
        .. Totals.Where(word => word[0] > 'z').Select(word => word[^1]),
        .. "宗地块个户家)）:：",
    ]);

    /// <summary>Words for "about" that stand before or after a number.</summary>
    public static IReadOnlyList<string> About { get; } = [.. Data.About.OrderByDescending(word => word.Length)];

    /// <summary>Words over a group of columns that change what the titles under them mean: 约定, 实际 …</summary>
    public static IReadOnlyList<string> Groups => Data.Groups;

    /// <summary>Whether a group of columns is of something else than the plot and its grant: a mortgage, a building, part of a year.</summary>
    public static bool IsOtherGroup(string title) =>
        Array.Exists(Data.OtherGroups, word => title.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether a title says only what kind of fact it is, so that the group above tells of what: 面积, 金额, 日期 …</summary>
    public static bool IsBareTitle(string title) => Array.IndexOf(Data.BareTitles, title) >= 0;

    /// <summary>Whether a way of supply (供应方式) is allocation (划拨), the price of which is low.</summary>
    public static bool IsAllocated(string? supplyWay) => Names(supplyWay, Data.Allocated);

    /// <summary>Whether a way of supply has neither a grant price (出让价款) nor an allocation price (划拨价款): rent or shares are told in its place.</summary>
    public static bool IsUnpriced(string? supplyWay) => Names(supplyWay, Data.Unpriced);

    /// <summary>Whether the title of an area says that a paper states it: 出让面积, 证载面积 … and not 面积 or MJ.</summary>
    public static bool NamesPaper(string title)
    {
        var plain = CellText.Plain(title);
        return Array.Exists(Data.Papers, word => plain.Contains(word, StringComparison.Ordinal));
    }

    public static IReadOnlyList<string> NothingWords => Data.Nothing;

    public static IReadOnlyList<string> WithdrawnWords => Data.Withdrawn;

    public static IReadOnlyList<string> AboveWords => Data.Above;

    public static IReadOnlyList<string> YesWords => Data.Yes;

    public static IReadOnlyList<string> NoWords => Data.No;

    /// <summary>Words that mean yes, or no, in the column of one field only.</summary>
    public static IReadOnlyList<string> FlagWordsOf(Field field, bool yes) =>
        Data.Flags.TryGetValue(field.Id, out var words) ? (yes ? words.Yes : words.No) : [];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Codes = CodesByField();

    /// <summary>Whether a trimmed text means that nothing is known.</summary>
    public static bool MeansNothing(ReadOnlySpan<char> trimmed)
    {
        if (trimmed.IsEmpty || trimmed.Length > LongestWord)
            return trimmed.IsEmpty;
        Span<char> narrow = stackalloc char[LongestWord];
        CellText.NarrowInto(trimmed, narrow);
        return Nothing.Contains(narrow[..trimmed.Length]);
    }

    /// <summary>Whether a trimmed text takes back what was said before.</summary>
    public static bool MeansWithdrawn(ReadOnlySpan<char> trimmed)
    {
        if (trimmed.Length > LongestMark)
            return false;
        Span<char> narrow = stackalloc char[LongestMark];
        CellText.NarrowInto(trimmed, narrow);
        return Withdrawn.Contains(narrow[..trimmed.Length]);
    }

    /// <summary>Whether a trimmed text only points to another cell: 同上, 〃.</summary>
    public static bool MeansAbove(ReadOnlySpan<char> trimmed)
    {
        if (trimmed.Length > LongestMark)
            return false;
        Span<char> narrow = stackalloc char[LongestMark];
        CellText.NarrowInto(trimmed, narrow);
        return Above.Contains(narrow[..trimmed.Length]);
    }

    /// <summary>Yes, no, or null for a word that is neither. 在建 means begun, and not completed.</summary>
    public static bool? Flag(Field field, ReadOnlySpan<char> trimmed)
    {
        if (trimmed.IsEmpty || trimmed.Length > LongestWord)
            return null;
        Span<char> narrow = stackalloc char[LongestWord];
        CellText.NarrowInto(trimmed, narrow);
        var word = narrow[..trimmed.Length];
        return Flags.TryGetValue(word, out var flag) ? flag
            : FieldFlags.TryGetValue(field.Id, out var own) && own.TryGetValue(word, out flag) ? flag
            : null;
    }

    /// <summary>The code of a field that officers write like this, or null.</summary>
    public static string? Code(Field field, ReadOnlySpan<char> text) =>
        Codes.TryGetValue(field.Id, out var codes) ? codes.GetValueOrDefault(CellText.Plain(text)) : null;

    /// <summary>What officers write for the codes of a field, beside its texts.</summary>
    public static IEnumerable<string> Aliases(Field field, string code) =>
        Data.Codes.TryGetValue(field.Id, out var codes) && codes.TryGetValue(code, out var words) ? words : [];

    /// <summary>合计, 小计 …, also with a colon, a count or a remark in brackets behind it.</summary>
    public static bool BeginsTotal(string? text)
    {
        if (text is null || !TotalLetters.Contains(FirstLetter(text)))
            return false;
        var plain = CellText.Plain(text);
        foreach (var word in Totals)
        {
            if (!plain.StartsWith(word, StringComparison.Ordinal))
                continue;
            if (
                plain.Length == word.Length
                || plain[word.Length] is ':' or '(' or '['
                || char.IsDigit(plain[word.Length])
            )
                return true;
        }
        return false;
    }

    /// <summary>Also 城东片区小计 and a bare count of plots (50宗), which number no plot.</summary>
    public static bool MeansTotal(string? text)
    {
        if (text is null || text.Length > LongestLabel || CellText.IsBlank(text))
            return false;
        if (BeginsTotal(text))
            return true;
        if (!TotalEnds.Contains(CellText.Trim(text.AsSpan())[^1]))
            return false;
        var plain = CellText.Plain(text).AsSpan().TrimEnd(':');
        if (plain.Length > 2 && plain[^1] == ')' && plain.LastIndexOf('(') is var open and > 0)
            plain = plain[..open];
        foreach (var word in Totals)
        {
            if (word[0] > 'z' && plain.EndsWith(word, StringComparison.Ordinal))
                return true;
        }
        var digits = plain.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && plain[digits..] is "宗" or "宗地" or "块" or "个" or "户" or "家";
    }

    /// <summary>"注：…", "填表人：…" and their like.</summary>
    public static bool BeginsNote(string? text)
    {
        if (text is null || !NoteLetters.Contains(FirstLetter(text)))
            return false;
        var plain = CellText.Plain(text);
        return plain is "注" || Array.Exists(Notes, word => plain.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Titles of columns that only number the rows.</summary>
    public static bool IsSerialTitle(string title) => SerialTitles.Contains(CellText.Plain(title));

    private static SearchValues<char> LettersOf(string[] words) =>
        SearchValues.Create([.. words.Select(word => word[0]).Distinct()]);

    /// <summary>In plain form; a blank, which no word begins with, for a blank text.</summary>
    private static char FirstLetter(string text)
    {
        var trimmed = CellText.Trim(text.AsSpan());
        return trimmed.IsEmpty ? ' ' : char.ToLowerInvariant(CellText.Narrow(trimmed[0]));
    }

    private static FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> FlagsOf(FlagWords words) =>
        words
            .Yes.Select(word => (Word: CellText.Plain(word), Flag: true))
            .Concat(words.No.Select(word => (Word: CellText.Plain(word), Flag: false)))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Flag, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(string[] words) =>
        words
            .SelectMany(word => new[] { word, CellText.Plain(word) })
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, FrozenDictionary<string, string>> CodesByField()
    {
        var fields = new Dictionary<string, FrozenDictionary<string, string>>();
        foreach (var field in RowFields.Columns.Where(field => field.Type == FieldType.Code))
        {
            var codes = new Dictionary<string, string>();
            foreach (var code in field.Codes)
            {
                string?[] words =
                [
                    code,
                    Texts.Chinese.Find($"code.{field.Id}.{code}"),
                    Texts.English.Find($"code.{field.Id}.{code}"),
                    .. Aliases(field, code),
                ];
                foreach (var word in words)
                {
                    if (word is not null)
                        codes[CellText.Plain(word)] = code;
                }
            }
            fields[field.Id] = codes.ToFrozenDictionary();
        }
        return fields.ToFrozenDictionary();
    }

    private static bool Names(string? text, string[] words) =>
        text is not null && Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Document Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("import/words.json")!;
        return JsonSerializer.Deserialize<Document>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record FlagWords(string[] Yes, string[] No);

    private sealed record Document(
        string[] Nothing,
        string[] Withdrawn,
        string[] Above,
        string[] Yes,
        string[] No,
        Dictionary<string, FlagWords> Flags,
        string[] Total,
        string[] Note,
        string[] Serial,
        string[] About,
        string[] Allocated,
        string[] Unpriced,
        string[] Papers,
        string[] Groups,
        string[] OtherGroups,
        string[] BareTitles,
        Dictionary<string, Dictionary<string, string[]>> Codes
    );
}
