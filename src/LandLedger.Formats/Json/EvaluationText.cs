using System.Text;
using LandLedger.Fields;
using LandLedger.Formats.Output;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Formats.Json;

/// <summary>
/// Writes evaluations as JSON objects. Most of an object is the same from plot to plot: names, ids, clauses. What was encoded
/// once is copied from then on. One for each worker.
/// </summary>
internal sealed class EvaluationText(bool sentences)
{
    private readonly Dictionary<string, byte[]> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<LawReference, byte[]> _clauses = new(ReferenceEqualityComparer.Instance);
    private RuleSet? _rules;

    public void Write(Evaluation evaluation, Utf8Buffer output)
    {
        if (_rules != evaluation.Rules)
        {
            _clauses.Clear();
            _rules = evaluation.Rules;
        }
        var plot = evaluation.Plot;
        output.Raw("{\"plot\":"u8);
        output.String(plot.Number);
        if (plot.County.Length > 0)
        {
            output.Raw(",\"county\":"u8);
            output.String(plot.County);
        }
        output.Raw(",\"category\":"u8);
        output.Raw(EncodedCodes.Of(evaluation.Category));
        output.Raw(",\"cause\":"u8);
        output.Raw(evaluation.Cause is { } cause ? EncodedCodes.Of(cause) : "null"u8);
        output.Raw(",\"idleSince\":"u8);
        output.Value(Fact.Of(evaluation.IdleSince));
        WriteArea(plot, output);
        WriteFindings(evaluation, output);
        WriteMeasures(evaluation.Measures, output);
        output.Raw(",\"flags\":"u8);
        output.Codes(Codes.Of(evaluation.Flags));
        WritePerMu(evaluation.PerMu, output);
        WriteFields(evaluation.Missing, output);
        output.Raw(",\"asOf\":"u8);
        output.Date(evaluation.AsOf);
        output.Raw(",\"rules\":{\"package\":"u8);
        output.String(evaluation.Rules.Id);
        output.Raw(",\"version\":"u8);
        output.String(evaluation.Rules.Version);
        output.Raw("}}"u8);
    }

    private static void WriteArea(Plot plot, Utf8Buffer output)
    {
        output.Raw(",\"area\":{\"mu\":"u8);
        output.Value(Fact.Of(plot.Measured?.Plane));
        output.Raw(",\"basis\":"u8);
        if (plot.Measured is { } measured)
        {
            output.Raw("\"plane "u8);
            output.Inside(measured.PlaneCrs);
            output.Raw((byte)'"');
        }
        else
        {
            output.Raw("null"u8);
        }
        output.Raw(",\"ellipsoidalMu\":"u8);
        output.Value(Fact.Of(plot.Measured?.Ellipsoidal));
        output.Raw(",\"statedMu\":"u8);
        output.Value(Fact.Of(plot.StatedArea));
        output.Raw((byte)'}');
    }

    private void WriteFindings(Evaluation evaluation, Utf8Buffer output)
    {
        output.Raw(",\"findings\":["u8);
        for (var i = 0; i < evaluation.Findings.Count; i++)
        {
            var finding = evaluation.Findings[i];
            output.Raw(i == 0 ? "{\"rule\":"u8 : ",{\"rule\":"u8);
            output.String(finding.Rule);
            output.Raw(",\"verdict\":"u8);
            output.Raw(EncodedCodes.Of(finding.Verdict));
            output.Raw(Clause(finding.Clause));
            output.Raw(",\"evidence\":["u8);
            for (var k = 0; k < finding.Conditions.Count; k++)
            {
                if (k > 0)
                    output.Raw((byte)',');
                WriteCondition(finding.Conditions[k], evaluation.Plot, output);
            }
            output.Raw((byte)']');
            WriteFields(finding.Verdict == Outcome.Undetermined ? [.. finding.Missing] : [], output);
            output.Raw((byte)'}');
        }
        output.Raw((byte)']');
    }

    private void WriteCondition(in Condition condition, Plot plot, Utf8Buffer output)
    {
        output.Raw(ConditionHead(condition.Id));
        output.Value(condition.Value);
        output.Raw(EncodedCodes.Of(condition.Value.Unit == Unit.None ? condition.Limit.Unit : condition.Value.Unit));
        output.Raw(",\"limit\":"u8);
        output.Value(condition.Limit);
        output.Raw(",\"outcome\":"u8);
        output.Raw(EncodedCodes.Of(condition.Outcome));
        output.Raw(Clause(condition.Clause));
        if (sentences)
        {
            output.Raw(",\"text\":{\"zh\":"u8);
            output.StringOrNull(Sentence.Of(condition, plot, Texts.Chinese));
            output.Raw(",\"en\":"u8);
            output.StringOrNull(Sentence.Of(condition, plot, Texts.English));
            output.Raw((byte)'}');
        }
        output.Raw((byte)'}');
    }

    private void WriteMeasures(IReadOnlyList<Measure> measures, Utf8Buffer output)
    {
        output.Raw(",\"measures\":["u8);
        for (var i = 0; i < measures.Count; i++)
        {
            var measure = measures[i];
            output.Raw(i == 0 ? "{\"kind\":"u8 : ",{\"kind\":"u8);
            output.String(Codes.Of(measure.Kind));
            output.Raw(Clause(measure.Clause));
            output.Raw(",\"amountYuan\":"u8);
            output.Value(Fact.Of(measure.Amount?.ToYuan(), Unit.Yuan));
            output.Raw(",\"ifCause\":"u8);
            output.Raw(measure.IfCause is { } cause ? EncodedCodes.Of(cause) : "null"u8);
            output.Raw(",\"missing\":"u8);
            output.StringOrNull(measure.Missing?.Id);
            output.Raw((byte)'}');
        }
        output.Raw((byte)']');
    }

    private void WritePerMu(PerMuFigures figures, Utf8Buffer output)
    {
        output.Raw(",\"perMu\":{\"tax\":"u8);
        WritePerMu(figures.Tax, output);
        output.Raw(",\"output\":"u8);
        WritePerMu(figures.Output, output);
        output.Raw(",\"investment\":"u8);
        WritePerMu(figures.Investment, output);
        output.Raw(",\"assessedValue\":"u8);
        WritePerMu(figures.AssessedValue, output);
        if (sentences)
            WriteSharingRule(figures, output);
        output.Raw((byte)'}');
    }

    /// <summary>By which rule the figures of firms were shared out, where one was.</summary>
    private static void WriteSharingRule(PerMuFigures figures, Utf8Buffer output)
    {
        output.Raw(",\"sharingRule\":"u8);
        if (figures.Tax.Figure != YearBasis.Shared && figures.Output.Figure != YearBasis.Shared)
        {
            output.Raw("null"u8);
            return;
        }
        output.Raw("{\"zh\":"u8);
        output.String(Texts.Chinese["sharing.rule"]);
        output.Raw(",\"en\":"u8);
        output.String(Texts.English["sharing.rule"]);
        output.Raw((byte)'}');
    }

    private static void WritePerMu(in PerMu figure, Utf8Buffer output)
    {
        output.Raw("{\"value\":"u8);
        output.Value(Fact.Of(figure.OrNull, Unit.YuanPerMu));
        output.Raw(",\"unit\":\"yuan/mu\",\"year\":"u8);
        output.Value(Fact.Of(figure.Year, Unit.Year));
        output.Raw(",\"basis\":"u8);
        output.Raw(EncodedCodes.Of(figure.Basis));
        output.Raw(",\"figure\":"u8);
        output.StringOrNull(figure.Figure is { } origin ? Codes.Of(origin) : null);
        output.Raw(",\"sharedBy\":"u8);
        output.Codes(Codes.Of(figure.From?.SharedBy ?? default));
        output.Raw(",\"outcome\":"u8);
        output.Raw(EncodedCodes.Of(figure.Outcome));
        output.Raw((byte)'}');
    }

    private static void WriteFields(IReadOnlyList<Field> fields, Utf8Buffer output)
    {
        output.Raw(",\"missing\":["u8);
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0)
                output.Raw((byte)',');
            output.String(fields[i].Id);
        }
        output.Raw((byte)']');
    }

    private byte[] ConditionHead(string id)
    {
        if (!_conditions.TryGetValue(id, out var head))
            _conditions[id] = head = Encoding.UTF8.GetBytes($"{{\"condition\":\"{id}\",\"value\":");
        return head;
    }

    private byte[] Clause(LawReference clause)
    {
        if (_clauses.TryGetValue(clause, out var known))
            return known;
        var output = new Utf8Buffer();
        output.Raw(",\"clause\":{\"instrument\":"u8);
        output.String(clause.Instrument);
        output.Raw(",\"title\":"u8);
        output.StringOrNull(_rules!.Instruments.GetValueOrDefault(clause.Instrument)?.Title["zh"]);
        output.Raw(",\"article\":"u8);
        output.String(clause.Article);
        output.Raw(",\"trust\":"u8);
        output.String(Codes.Of(clause.Trust));
        output.Raw((byte)'}');
        return _clauses[clause] = output.Written.ToArray();
    }
}
