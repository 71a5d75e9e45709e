using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Clearance;

/// <summary>Reads targets row by row: there are targets, or every fault with its place. A fault anywhere refuses all of them.</summary>
public sealed class TargetReading
{
    /// <summary>The columns; their titles stand in the texts under <c>target.NAME</c>.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    ["year", "category", "measure", "unit", "plots", "mu", "share", "remarks"];

    private const int Earliest = 2000;
    private const int Latest = 2100;

    private readonly List<YearTarget> _targets = [];
    private readonly List<TargetProblem> _problems = [];

    /// <summary>The column that a title names, by its id or in either language; null where none has it.</summary>
    public static string? Column(string title) => Columns.FirstOrDefault(column => IsWord(title, column, "target."));

    /// <summary>Takes in a row.</summary>
    /// <param name="cell">What stands in a column; null where nothing does.</param>
    public void Add(string place, Func<string, string?> cell)
    {
        var before = _problems.Count;
        var year = Year(place, Text("year"));
        var category = Code(place, "category", Text("category"), "category.", ClearanceStock.Categories);
        var measure = Code(place, "measure", Text("measure"), "measure.", Enum.GetValues<MeasureKind>());
        var plots = Number(place, "plots", Text("plots"), number => number % 1 == 0 && number <= int.MaxValue);
        var mu = Number(place, "mu", Text("mu"), _ => true);
        var share = Share(place, Text("share"));
        if (_problems.Count > before)
            return;
        if (plots is null && mu is null && share is null)
        {
            Report("nothing-set", place, "");
            return;
        }
        var target = new YearTarget(place, year, category, measure, Text("unit"), new((int?)plots, mu, share));
        if (_targets.Find(target.IsOfPart) is { } other)
            Report("twice", place, other.Place);
        else
            _targets.Add(target);

        string? Text(string column) => cell(column)?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Notes what is wrong beside the rows.</summary>
    public void Report(string code, string place, string value, params IReadOnlyList<string> words) =>
        _problems.Add(new(code, place, value, words));

    /// <summary>Notes that a table cannot be read.</summary>
    public void Report(string table, ImportIssue issue) =>
        _problems.Add(new("file", table, issue.Value ?? "", []) { Issue = issue });

    public (IReadOnlyList<YearTarget>? Targets, IReadOnlyList<TargetProblem> Problems) Done() =>
        _problems.Count > 0 ? (null, _problems) : (_targets, []);

    private int Year(string place, string? text)
    {
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= Earliest and <= Latest
        )
            return year;
        Report("year-wrong", place, text ?? "");
        return 0;
    }

    private T? Code<T>(string place, string column, string? text, string family, IReadOnlyList<T> among)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        foreach (var value in among)
        {
            if (IsWord(text, CodeText.Of(value), family))
                return value;
        }
        Report(column + "-wrong", place, text, [.. among.Select(value => family + CodeText.Of(value))]);
        return null;
    }

    private decimal? Number(string place, string column, string? text, Func<decimal, bool> isRight)
    {
        if (text is null)
            return null;
        if (
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && isRight(number)
        )
            return number;
        Report(column + "-wrong", place, text);
        return null;
    }

    /// <summary>0.6 or 60%.</summary>
    private decimal? Share(string place, string? text)
    {
        var isPerCent = text is [.., '%'];
        var number = Number(
            place,
            "share",
            isPerCent ? text![..^1].TrimEnd() : text,
            some => some <= (isPerCent ? 100 : 1)
        );
        return isPerCent ? number / 100 : number;
    }

    private static bool IsWord(string text, string code, string family) =>
        string.Equals(text, code, StringComparison.OrdinalIgnoreCase)
        || string.Equals(text, Texts.Chinese.Find(family + code), StringComparison.Ordinal)
        || string.Equals(text, Texts.English.Find(family + code), StringComparison.OrdinalIgnoreCase);
}
