namespace LandLedger.Cases;

/// <summary>What texts of a step may be made of: what every store keeps as it is.</summary>
internal static class StepTexts
{
    private const int Most = 10_000;

    /// <summary>Characters of a text at most.</summary>
    public static Fact Longest { get; } = Fact.Of(Most, Unit.None);

    /// <summary>The first text that will not do, by its place.</summary>
    public static StepRefusal? Check(CaseStep step, StepRecording recording) =>
        Wrong([
            ("kind", step.Kind),
            ("who", step.Who),
            ("reason", step.Reason),
            ("unit", step.Responsible?.Unit),
            ("person", step.Responsible?.Person),
            ("key", recording.Key),
            .. step.Facts.Select(fact => ("facts." + fact.Key, fact.Value.Text)),
        ])
            is { } place
            ? new("text-wrong", place) { Value = Longest }
            : null;

    /// <summary>The place of the first text that will not do.</summary>
    public static string? Wrong(IEnumerable<(string Place, string? Text)> all) =>
        all.FirstOrDefault(one => one.Text is not null && !IsPlain(one.Text)).Place;

    private static bool IsPlain(string text) =>
        text.Length is > 0 and <= Most
        && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
        && !HasLoneSurrogate(text);

    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }
        return false;
    }
}
