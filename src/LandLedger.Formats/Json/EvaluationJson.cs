using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Formats.Output;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Formats.Json;

/// <summary>
/// An evaluation as JSON: one object a plot, the same on the command line and from the service. Areas are exact mu, money exact
/// yuan, days yyyy-MM-dd; what is unknown is null. With sentences, each condition carries its text in Chinese and English.
/// </summary>
public static class EvaluationJson
{
    /// <summary>One object.</summary>
    public static void Write(Utf8JsonWriter json, Evaluation evaluation, bool sentences = false)
    {
        var plot = evaluation.Plot;
        json.WriteStartObject();
        json.WriteString(Names.Plot, plot.Number);
        if (plot.County.Length > 0)
            json.WriteString(Names.County, plot.County);
        json.WriteString(Names.Category, Codes.Of(evaluation.Category));
        json.WriteOrNull(Names.Cause, evaluation.Cause is { } cause ? Codes.Of(cause) : null);
        json.WriteOrNull(Names.IdleSince, evaluation.IdleSince);
        WriteArea(json, plot);
        WriteFindings(json, evaluation, sentences);
        WriteMeasures(json, evaluation);
        json.WriteStartArray(Names.Flags);
        if (evaluation.Flags != PlotFlags.None)
        {
            foreach (var flag in Codes.Of(evaluation.Flags).Split(','))
                json.WriteStringValue(flag);
        }
        json.WriteEndArray();
        WritePerMu(json, evaluation.PerMu);
        WriteFields(json, evaluation.Missing);
        json.WriteOrNull(Names.AsOf, evaluation.AsOf);
        json.WriteStartObject(Names.Rules);
        json.WriteString(Names.Package, evaluation.Rules.Id);
        json.WriteString(Names.Version, evaluation.Rules.Version);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>One line a plot (NDJSON), in the order given, with constant memory. Returns how many.</summary>
    public static Task<long> WriteLinesAsync(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        bool sentences = false,
        CancellationToken cancel = default
    ) => Batches.WriteAsync(output, evaluations, () => Worker([], [(byte)'\n'], sentences), cancel);

    /// <summary>One array of all plots, streamed the same way.</summary>
    public static async Task<long> WriteArrayAsync(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        bool sentences = false,
        CancellationToken cancel = default
    )
    {
        await output.WriteAsync("["u8.ToArray(), cancel).ConfigureAwait(false);
        var count = await Batches
            .WriteAsync(output, Separated.Mark(evaluations), () => ArrayWorker(sentences), cancel)
            .ConfigureAwait(false);
        await output.WriteAsync("\n]\n"u8.ToArray(), cancel).ConfigureAwait(false);
        return count;
    }

    private static ItemWriter<Evaluation> Worker(byte[] before, byte[] after, bool sentences)
    {
        var json = new Utf8JsonWriter(Stream.Null, JsonForm.Compact);
        return (evaluation, output) =>
        {
            output.Raw(before);
            json.Reset(output);
            Write(json, evaluation, sentences);
            json.Flush();
            output.Raw(after);
        };
    }

    private static ItemWriter<Separated<Evaluation>> ArrayWorker(bool sentences)
    {
        var first = Worker([(byte)'\n'], [], sentences);
        var next = Worker([(byte)',', (byte)'\n'], [], sentences);
        return (item, output) => (item.First ? first : next)(item.Item, output);
    }

    private static void WriteArea(Utf8JsonWriter json, Plot plot)
    {
        json.WriteStartObject(Names.Area);
        json.WriteOrNull(Names.Mu, plot.Measured?.Plane.Mu);
        json.WriteOrNull(Names.Basis, plot.Measured is { } measured ? "plane " + measured.PlaneCrs : null);
        json.WriteOrNull(Names.EllipsoidalMu, plot.Measured?.Ellipsoidal.Mu);
        json.WriteOrNull(Names.StatedMu, plot.StatedArea?.Mu);
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, Evaluation evaluation, bool sentences)
    {
        json.WriteStartArray(Names.Findings);
        for (var i = 0; i < evaluation.Findings.Count; i++)
        {
            var finding = evaluation.Findings[i];
            json.WriteStartObject();
            json.WriteString(Names.Rule, finding.Rule);
            json.WriteString(Names.Verdict, Codes.Of(finding.Verdict));
            WriteClause(json, finding.Clause, evaluation.Rules);
            json.WriteStartArray(Names.Evidence);
            foreach (var condition in finding.Conditions)
                WriteCondition(json, condition, evaluation, sentences);
            json.WriteEndArray();
            WriteFields(json, finding.Verdict == Outcome.Undetermined ? [.. finding.Missing] : []);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCondition(Utf8JsonWriter json, Condition condition, Evaluation evaluation, bool sentences)
    {
        json.WriteStartObject();
        json.WriteString(Names.Condition, condition.Id);
        json.WriteFact(Names.Value, condition.Value);
        var unit = condition.Value.Unit == Unit.None ? condition.Limit.Unit : condition.Value.Unit;
        json.WriteOrNull(Names.Unit, UnitCodes.Of(unit));
        json.WriteFact(Names.Limit, condition.Limit);
        json.WriteString(Names.Outcome, Codes.Of(condition.Outcome));
        WriteClause(json, condition.Clause, evaluation.Rules);
        if (sentences)
        {
            json.WriteStartObject(Names.Text);
            json.WriteOrNull(Names.Chinese, Sentence.Of(condition, evaluation.Plot, Texts.Chinese));
            json.WriteOrNull(Names.English, Sentence.Of(condition, evaluation.Plot, Texts.English));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, Evaluation evaluation)
    {
        json.WriteStartArray(Names.Measures);
        foreach (var measure in evaluation.Measures)
        {
            json.WriteStartObject();
            json.WriteString(Names.Kind, Codes.Of(measure.Kind));
            WriteClause(json, measure.Clause, evaluation.Rules);
            json.WriteOrNull(Names.AmountYuan, measure.Amount?.ToYuan());
            json.WriteOrNull(Names.IfCause, measure.IfCause is { } cause ? Codes.Of(cause) : null);
            json.WriteOrNull(Names.Missing, measure.Missing?.Id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteClause(Utf8JsonWriter json, LawReference clause, RuleSet rules)
    {
        json.WriteStartObject(Names.Clause);
        json.WriteString(Names.Instrument, clause.Instrument);
        json.WriteOrNull(Names.Title, rules.Instruments.GetValueOrDefault(clause.Instrument)?.Title["zh"]);
        json.WriteString(Names.Article, clause.Article);
        json.WriteString(Names.Trust, Codes.Of(clause.Trust));
        json.WriteEndObject();
    }

    private static void WritePerMu(Utf8JsonWriter json, PerMuFigures figures)
    {
        json.WriteStartObject(Names.PerMu);
        WritePerMu(json, Names.Tax, figures.Tax);
        WritePerMu(json, Names.Output, figures.Output);
        WritePerMu(json, Names.Investment, figures.Investment);
        WritePerMu(json, Names.AssessedValue, figures.AssessedValue);
        json.WriteEndObject();
    }

    private static void WritePerMu(Utf8JsonWriter json, JsonEncodedText name, PerMu figure)
    {
        json.WriteStartObject(name);
        json.WriteOrNull(Names.Value, figure.OrNull);
        json.WriteString(Names.Unit, Names.YuanPerMu);
        if (figure.Year is { } year)
            json.WriteNumber(Names.Year, year);
        else
            json.WriteNull(Names.Year);
        json.WriteString(Names.Area, Codes.Of(figure.Basis));
        json.WriteString(Names.Outcome, Codes.Of(figure.Outcome));
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<Field> fields)
    {
        json.WriteStartArray(Names.Missing);
        for (var i = 0; i < fields.Count; i++)
            json.WriteStringValue(fields[i].Id);
        json.WriteEndArray();
    }
}
