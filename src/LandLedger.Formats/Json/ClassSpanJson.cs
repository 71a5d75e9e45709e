using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;
using LandLedger.Turns;

namespace LandLedger.Formats.Json;

/// <summary>The class history of a plot as JSON: runs of days without gap, both ends included; null as a class is not in the register.</summary>
public static class ClassSpanJson
{
    /// <summary>The members of one object, without its braces.</summary>
    /// <param name="head">The last entry that was known; null where it is not shown.</param>
    public static void WriteMembers(
        Utf8JsonWriter json,
        PlotKey plot,
        RuleSet rules,
        LedgerHead? head,
        IEnumerable<ClassSpan> spans,
        Texts texts
    )
    {
        json.WriteString("plot", plot.Number);
        json.WriteString("county", plot.County);
        if (head is { } last)
            json.WriteString("head", last.ToString());
        json.WriteStartObject("rules");
        json.WriteString("package", rules.Id);
        json.WriteString("version", rules.Version);
        json.WriteEndObject();
        json.WriteStartArray("classes");
        foreach (var span in spans)
            Write(json, span, texts);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ClassSpan span, Texts texts)
    {
        json.WriteStartObject();
        json.WriteString("since", Fact.Of(span.Since).ToString());
        json.WriteString("until", Fact.Of(span.Until).ToString());
        json.WriteOrNull(Class, span.Class is { } counts ? Codes.Of(counts) : null);
        json.WriteOrNull(Computed, span.Computed is { } computed ? Codes.Of(computed) : null);
        json.WriteOrNull(Cause, span.First?.Cause is { } cause ? Codes.Of(cause) : null);
        json.WriteOrNull(Basis, span.SetBasis(texts));
        json.WriteOrNull(Reason, span.Reason(texts));
        json.WriteEndObject();
    }

    private static readonly JsonEncodedText Class = JsonEncodedText.Encode("category");
    private static readonly JsonEncodedText Computed = JsonEncodedText.Encode("computed");
    private static readonly JsonEncodedText Cause = JsonEncodedText.Encode("cause");
    private static readonly JsonEncodedText Basis = JsonEncodedText.Encode("setBasis");
    private static readonly JsonEncodedText Reason = JsonEncodedText.Encode("reason");
}
