using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace LandLedger.Walk;

/// <summary>
/// A year of the sample park, from its first register to the last day: <c>tests/walk</c> says what happens on which day, and whoever walks it
/// takes each step. What happened before the register is recorded on the day after it.
/// </summary>
internal sealed class YearWalk(IWalker walker, WalkClock clock, string root)
{
    private static readonly DateOnly Register = new(2026, 6, 30);

    public static readonly DateOnly End = new(2026, 12, 31);

    public static readonly string[] Forms = ["json", "csv", "xlsx", "geojson"];

    private readonly Dictionary<(string Plot, string Procedure), string> _cases = [];

    /// <summary>The number of the issued list.</summary>
    public string List { get; private set; } = "";

    /// <summary>SHA-256 of each form on the day of issuing, and in public.</summary>
    public IReadOnlyDictionary<string, string> Issued { get; private set; } = new Dictionary<string, string>();

    public IEnumerable<string> Numbers => _cases.Values;

    public int Refused { get; private set; }

    public string NumberOf(string plot, string procedure) => _cases[(plot, procedure)];

    public async Task WalkAsync()
    {
        var folder = Path.Combine(root, "tests", "walk");
        var lines = WalkLine
            .Read(Path.Combine(folder, "park.txt"))
            .Concat(WalkLine.Read(Path.Combine(folder, "cases.txt")))
            .OrderBy(line =>
                line.Day > Register ? line.Day
                : line.Of is [_] ? Register
                : Register.AddDays(1)
            )
            .ThenBy(line => line.Of is ["looks"] or ["papers"]);
        foreach (var line in lines)
        {
            clock.Reach(line.Day);
            if (line.Day < Register)
                clock.Reach(Register.AddDays(1));
            await (
                line.Of[0] switch
                {
                    "register" => walker.ImportAsync(Files(folder, line), line.Day),
                    "list" => ListAsync(line),
                    "looks" => LookAsync(line),
                    "papers" => walker.PaperAsync(NumberOf(line.Word("plot")!, line.Word("procedure")!), line.Kind),
                    _ => StepAsync(line),
                }
            );
        }
        clock.Reach(End);
    }

    /// <summary>The forms of the list as they are now, and in public.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FormsAsync()
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in Forms)
            sums[form] = Convert.ToHexStringLower(SHA256.HashData(await walker.ListAsync(List, form)));
        return sums;
    }

    /// <summary>Boundaries before ledgers, in the order of their names, as the park's README has it.</summary>
    private string[] Files(string folder, WalkLine line) =>
        line.Word(WalkLine.File) is { } file
            ? [Path.Combine(folder, file)]
            :
            [
                .. new[] { "*.txt", "*.xlsx" }.SelectMany(kind =>
                    Directory.GetFiles(Path.Combine(root, "data", "park"), kind).Order(StringComparer.Ordinal)
                ),
            ];

    private async Task ListAsync(WalkLine line)
    {
        if (line.Kind == "issue")
        {
            List = await walker.IssueAsync(line);
            Issued = await FormsAsync();
            return;
        }
        int? row = null;
        if (line.Word("plot") is { } plot)
        {
            var rows = JsonNode.Parse(await walker.ListAsync(List, "json"))!["rows"]!.AsArray();
            row = rows.Index().Single(one => (string?)one.Item!["plot"] == plot).Index + 1;
        }
        await walker.ListStepAsync(List, line, row);
    }

    private async Task StepAsync(WalkLine line)
    {
        var key = (line.Of[0], line.Of[1]);
        if (!_cases.TryGetValue(key, out var number))
        {
            _cases[key] = await walker.OpenAsync(line);
            return;
        }
        var instead = await walker.StepAsync(number, line);
        if (line.Allowed is not { } allowed)
        {
            Assert.True(instead is null, $"{line.Day} {number} {line.Of[0]} {line.Kind} was refused");
            return;
        }
        Refused++;
        Assert.NotNull(instead);
        Assert.All(allowed, kind => Assert.Contains(kind, instead));
        if (!allowed.Contains(line.Kind))
            Assert.DoesNotContain(line.Kind, instead);
    }

    private async Task LookAsync(WalkLine line)
    {
        var found =
            line.Kind == "cases"
                ? (await walker.CasesAsync(line.Word("procedure")!, line.Word("state")!)).Select(one =>
                    (string)one!["plot"]!
                )
                : (
                    await walker.DueAsync(line.Day, line.Kind == "overdue", line.Word("procedure"), line.Word("unit"))
                ).Select(Told);
        Assert.Equal(line.Word("are")!.Split(' '), found.Order(StringComparer.Ordinal));
    }

    private static string Told(JsonNode? due) =>
        $"{due!["plot"]}:{due["clock"]}:{(due["daysOver"] is { } over ? ((int)over).ToString(CultureInfo.InvariantCulture) : "?")}";
}
