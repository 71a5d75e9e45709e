using System.Text.Json;
using LandLedger.Appraisal;
using LandLedger.Fields;

namespace LandLedger.Formats.Json;

/// <summary>
/// An appraisal as JSON: the package with the places to be verified and unsaid, each group with its counts, each firm with its points indicator by
/// indicator and the sentences that explain them. Null is what is not known.
/// </summary>
public static class AppraisalJson
{
    public static async Task WriteAsync(
        Stream output,
        ParkAppraisal appraisal,
        Texts texts,
        CancellationToken cancel = default
    )
    {
        await using var json = new Utf8JsonWriter(output, JsonForm.Readable);
        var package = appraisal.Package;
        json.WriteStartObject();
        json.WriteString("package", package.Id);
        json.WriteString("version", package.Version);
        WriteNumber(json, "year", package.Year);
        WriteTexts(json, "toVerify", package.ToVerify);
        WriteTexts(json, "unsaid", package.Unsaid);
        json.WriteStartArray("groups");
        foreach (var group in appraisal.Groups)
            WriteGroup(json, group);
        json.WriteEndArray();
        json.WriteStartArray("firms");
        foreach (var score in appraisal.Firms)
            WriteFirm(json, score, package, texts);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancel).ConfigureAwait(false);
    }

    private static void WriteGroup(Utf8JsonWriter json, GroupResult group)
    {
        json.WriteStartObject();
        json.WriteString("group", group.Group.Id);
        json.WriteNumber("members", group.Members);
        json.WriteNumber("ranked", group.Ranked);
        json.WriteNumber("ungraded", group.Ungraded);
        foreach (var grade in Enum.GetValues<Grade>())
            WriteNumber(json, $"{grade}", group.Group.Bands is null ? null : group.Counts[(int)grade]);
        json.WriteEndObject();
    }

    private static void WriteFirm(Utf8JsonWriter json, FirmScore score, AppraisalPackage package, Texts texts)
    {
        json.WriteStartObject();
        json.WriteString("code", score.Firm.Code);
        json.WriteString("name", score.Firm.Name);
        json.WriteString("outcome", CodeText.Of(score.Outcome));
        json.WriteString("reason", score.Reason == AppraisalReason.None ? null : CodeText.Of(score.Reason));
        json.WriteString("group", score.Group?.Id);
        WriteNumber(json, "sum", score.Sum);
        json.WriteNumber("bonus", score.Bonus);
        json.WriteNumber("deduction", score.Deduction);
        WriteNumber(json, "total", score.Total);
        WriteNumber(json, "rank", score.Rank);
        json.WriteString("byBand", score.ByBand?.ToString());
        json.WriteString("veto", score.Veto is { } veto ? CodeText.Of(veto.Event) : null);
        json.WriteString("grade", score.Grade?.ToString());
        json.WriteStartArray("indicators");
        foreach (var indicator in score.Indicators)
            WriteIndicator(json, indicator);
        json.WriteEndArray();
        WriteTexts(json, "sentences", AppraisalExplanation.Of(score, package, texts.Language));
        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, IndicatorScore score)
    {
        var hasValue = score.Value.Outcome is ValueOutcome.Known or ValueOutcome.Negative;
        json.WriteStartObject();
        json.WriteString("indicator", CodeText.Of(score.Indicator.Kind));
        json.WriteString("outcome", CodeText.Of(score.Outcome));
        json.WriteString("found", CodeText.Of(score.Value.Outcome));
        WriteNumber(json, "value", hasValue ? score.Value.Value : null);
        WriteNumber(json, "benchmark", score.Basis.Benchmark);
        WriteNumber(json, "factor", score.Factor);
        WriteNumber(json, "capped", score.Capped);
        WriteNumber(json, "points", score.Points);
        json.WriteBoolean("toVerify", score.IsToVerify);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
