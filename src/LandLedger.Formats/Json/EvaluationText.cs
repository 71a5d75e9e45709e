using System.Collections.Immutable;
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
    private EvidenceFrames? _frames;

    public void Write(Evaluation evaluation, Utf8Buffer output)
    {
        if (_frames?.Rules != evaluation.Rules)
            _frames = new(evaluation.Rules);
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
        CaseText.Write(evaluation, output);
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
        WriteMissing(evaluation.Missing, output);
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
        var first = true;
        foreach (ref readonly var finding in evaluation.Findings.AsSpan())
        {
            if (!first)
                output.Raw((byte)',');
            first = false;
            output.Raw(_frames!.Of(finding));
            var later = false;
            foreach (ref readonly var condition in finding.Conditions)
            {
                if (later)
                    output.Raw((byte)',');
                later = true;
                WriteCondition(condition, evaluation.Plot, output);
            }
            output.Raw((byte)']');
            WriteMissing(finding.Missing, output);
            output.Raw((byte)'}');
        }
        output.Raw((byte)']');
    }

    private void WriteCondition(in Condition condition, Plot plot, Utf8Buffer output)
    {
        var (head, tail) = _frames!.Of(condition);
        output.Raw(head);
        output.Value(condition.Value);
        output.Raw(
            EncodedCodes.UpToLimit(condition.Value.Unit == Unit.None ? condition.Limit.Unit : condition.Value.Unit)
        );
        output.Value(condition.Limit);
        output.Raw(tail);
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

    private void WriteMeasures(ImmutableArray<Measure> measures, Utf8Buffer output)
    {
        output.Raw(",\"measures\":["u8);
        for (var i = 0; i < measures.Length; i++)
        {
            var measure = measures[i];
            output.Raw(i == 0 ? "{\"kind\":"u8 : ",{\"kind\":"u8);
            output.String(Codes.Of(measure.Kind));
            output.Raw(_frames!.Of(measure.Clause));
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

    private static void WriteMissing(IReadOnlyList<INeeded> missing, Utf8Buffer output)
    {
        output.Raw(",\"missing\":["u8);
        for (var i = 0; i < missing.Count; i++)
        {
            if (i > 0)
                output.Raw((byte)',');
            output.String(missing[i].Id);
        }
        output.Raw((byte)']');
    }
}
