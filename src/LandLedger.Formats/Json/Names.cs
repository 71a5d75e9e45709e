using System.Text.Json;

namespace LandLedger.Formats.Json;

/// <summary>Member names of <see cref="EvaluationJson"/>, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText Chinese = JsonEncodedText.Encode("zh");
    public static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    public static readonly JsonEncodedText English = JsonEncodedText.Encode("en");
    public static readonly JsonEncodedText YuanPerMu = JsonEncodedText.Encode("yuan/mu");
    public static readonly JsonEncodedText AmountYuan = JsonEncodedText.Encode("amountYuan");
    public static readonly JsonEncodedText Area = JsonEncodedText.Encode("area");
    public static readonly JsonEncodedText Article = JsonEncodedText.Encode("article");
    public static readonly JsonEncodedText AsOf = JsonEncodedText.Encode("asOf");
    public static readonly JsonEncodedText AssessedValue = JsonEncodedText.Encode("assessedValue");
    public static readonly JsonEncodedText Basis = JsonEncodedText.Encode("basis");
    public static readonly JsonEncodedText Category = JsonEncodedText.Encode("category");
    public static readonly JsonEncodedText Cause = JsonEncodedText.Encode("cause");
    public static readonly JsonEncodedText Clause = JsonEncodedText.Encode("clause");
    public static readonly JsonEncodedText Condition = JsonEncodedText.Encode("condition");
    public static readonly JsonEncodedText County = JsonEncodedText.Encode("county");
    public static readonly JsonEncodedText EllipsoidalMu = JsonEncodedText.Encode("ellipsoidalMu");
    public static readonly JsonEncodedText Evidence = JsonEncodedText.Encode("evidence");
    public static readonly JsonEncodedText Findings = JsonEncodedText.Encode("findings");
    public static readonly JsonEncodedText Flags = JsonEncodedText.Encode("flags");
    public static readonly JsonEncodedText IdleSince = JsonEncodedText.Encode("idleSince");
    public static readonly JsonEncodedText IfCause = JsonEncodedText.Encode("ifCause");
    public static readonly JsonEncodedText Instrument = JsonEncodedText.Encode("instrument");
    public static readonly JsonEncodedText Investment = JsonEncodedText.Encode("investment");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Limit = JsonEncodedText.Encode("limit");
    public static readonly JsonEncodedText Measures = JsonEncodedText.Encode("measures");
    public static readonly JsonEncodedText Missing = JsonEncodedText.Encode("missing");
    public static readonly JsonEncodedText Mu = JsonEncodedText.Encode("mu");
    public static readonly JsonEncodedText Outcome = JsonEncodedText.Encode("outcome");
    public static readonly JsonEncodedText Output = JsonEncodedText.Encode("output");
    public static readonly JsonEncodedText Package = JsonEncodedText.Encode("package");
    public static readonly JsonEncodedText PerMu = JsonEncodedText.Encode("perMu");
    public static readonly JsonEncodedText Plot = JsonEncodedText.Encode("plot");
    public static readonly JsonEncodedText Rule = JsonEncodedText.Encode("rule");
    public static readonly JsonEncodedText Rules = JsonEncodedText.Encode("rules");
    public static readonly JsonEncodedText StatedMu = JsonEncodedText.Encode("statedMu");
    public static readonly JsonEncodedText Tax = JsonEncodedText.Encode("tax");
    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    public static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    public static readonly JsonEncodedText Trust = JsonEncodedText.Encode("trust");
    public static readonly JsonEncodedText Unit = JsonEncodedText.Encode("unit");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    public static readonly JsonEncodedText Verdict = JsonEncodedText.Encode("verdict");
    public static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");
    public static readonly JsonEncodedText Year = JsonEncodedText.Encode("year");
}
