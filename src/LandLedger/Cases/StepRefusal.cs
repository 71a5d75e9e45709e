using System.Globalization;

namespace LandLedger.Cases;

/// <summary>
/// Why a step may not be taken: code, place in the step (<c>day</c>, <c>facts.amount</c>), and what may be done instead. The sentence
/// stands in the texts under <c>problem.step-CODE</c>.
/// </summary>
public sealed record StepRefusal(string Code, string Place)
{
    /// <summary>The fact, clock, mark or state that it is about, by language tag; null where it is about none.</summary>
    public IReadOnlyDictionary<string, string>? Title { get; init; }

    /// <summary>More than one that it is about.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Titles { get; init; } = [];

    /// <summary>The offending value, or the day or year that stands in the way.</summary>
    public Fact Value { get; init; }

    /// <summary>What would do, in the form of <see cref="Fact.ToString"/>; empty where that cannot be listed.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The steps that may be taken on that day, in the order of the procedure.</summary>
    public IReadOnlyList<ProcedureStep> Allowed { get; init; } = [];

    public string In(Language language)
    {
        var texts = Texts.In(language);
        var sentence = texts.Fill("problem.step-" + Code, place => Word(place, texts));
        return Allowed.Count == 0
            ? sentence
            : sentence + texts.Fill("problem.step.allowed", place => Word(place, texts));
    }

    /// <summary>That a clock has run out, or has not; or that nobody can tell on that day.</summary>
    internal static StepRefusal Of(DueDay due, DateOnly on, string code, ProcedureClock clock) =>
        due switch
        {
            { IsSuspended: true } => new("clock-suspended", "day") { Title = clock.Title },
            { MissingYear: { } year } => new(due.IsOver(on) is null ? "calendar-missing" : code + ".nominal", "day")
            {
                Title = clock.Title,
                Value = Fact.Of(year, Unit.None),
                Words = NominalOf(due),
            },
            _ => new(code, "day") { Title = clock.Title, Value = Fact.Of(due.Day) },
        };

    /// <summary>The day that the calendar of a missing year may move; none where there is none.</summary>
    internal static IReadOnlyList<string> NominalOf(DueDay due) =>
        due.Nominal is { } nominal ? [Fact.Of(nominal).ToString()] : [];

    private string? Word(string place, Texts texts)
    {
        var language = texts.Tag;
        var comma = texts["list.comma"];
        return place switch
        {
            "place" => Place,
            "title" => Title?[language],
            "titles" => string.Join(comma, Titles.Select(title => title[language])),
            "words" => string.Join(comma, Words.Select(word => Known(word, texts))),
            "said" => Value.Text is { } said ? Known(said, texts) : null,
            // A year is no amount: it takes no comma.
            "value" => Value.Number?.ToString("0.############", CultureInfo.InvariantCulture)
                ?? FactText.Of(Value, texts),
            "allowed" => string.Join(comma, Allowed.Select(step => $"{step.Title[language]} ({step.Id})")),
            _ => null,
        };
    }

    private static string Known(string word, Texts texts) =>
        word is "true" or "false" ? FactText.Of(Fact.Of(word == "true"), texts)
        : DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? FactText.Of(Fact.Of(day), texts)
        : texts.Find("measure." + word)
            ?? texts.Find("category." + word)
            ?? texts.Find("role." + word)
            ?? texts.Find("word." + word)
            ?? word;
}
