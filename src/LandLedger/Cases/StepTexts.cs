namespace LandLedger.Cases;

/// <summary>What texts of a step may be made of: what every store keeps as it is.</summary>
internal static class StepTexts
{
    /// <summary>Characters of a text.</summary>
    private const int Longest = 10_000;

    /// <summary>The first text that will not do, by its place.</summary>
    public static StepRefusal? Check(CaseStep step, StepRecording recording)
    {
        (string Place, string? Text)[] all =
        [
            ("kind", step.Kind),
            ("who", step.Who),
            ("reason", step.Reason),
            ("unit", step.Responsible?.Unit),
            ("person", step.Responsible?.Person),
            ("key", recording.Key),
            .. step.Facts.Select(fact => ("facts." + fact.Key, fact.Value.Text)),
        ];
        var wrong = all.FirstOrDefault(one => one.Text is not null && !IsPlain(one.Text));
        return wrong.Text is null ? null : new("text-wrong", wrong.Place) { Value = Fact.Of(Longest, Unit.None) };
    }

    private static bool IsPlain(string text) =>
        text.Length is > 0 and <= Longest
        && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
        && !HasLoneSurrogate(text);

    private static bool HasLoneSurrogate(string text)
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
