using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Issuing;
using LandLedger.Rules;

namespace LandLedger.Ledger;

/// <summary>A step about an issued list as an entry says it, and back.</summary>
internal static class ListStepSaid
{
    private const string Counted = "counted";
    private const string Day = "day";
    private const string Days = "days";
    private const string Document = "document";
    private const string Key = "key";
    private const string Objection = "objection";
    private const string Objector = "objector";
    private const string Reason = "reason";
    private const string Redaction = "redaction";
    private const string Row = "row";
    public const string Step = "step";
    private const string Until = "until";
    private const string Upheld = "upheld";
    private const string Who = "who";
    private const string Working = "working";

    public static void Write(Utf8JsonWriter json, ListStep step, string? key)
    {
        json.Known(Key, Fact.Of(key));
        if (step.Counted?.Calendar is { } calendar)
            RulesSaid.WriteDigests(json, [(RuleKind.Calendar, calendar)]);
        json.WriteStartObject(Step);
        if (step.Counted is { } counted)
        {
            json.WriteStartObject(Counted);
            json.Known(Days, (decimal?)counted.Days);
            json.Known(Working, Fact.Of(counted.IsWorking));
            json.WriteEndObject();
        }
        json.Known(Day, Fact.Of(step.Day));
        json.Known(Document, Fact.Of(step.Document));
        json.WriteString(Members.Kind, CodeText.Of(step.Kind));
        json.Known(Objection, (decimal?)step.Objection);
        json.Known(Objector, Fact.Of(step.Objector));
        json.Known(Reason, Fact.Of(step.Reason));
        json.Known(Redaction, Fact.Of(step.Redaction));
        json.Known(Row, (decimal?)step.Row);
        json.Known(Until, Fact.Of(step.Until));
        json.Known(Upheld, Fact.Of(step.IsUpheld));
        json.WriteString(Who, step.Who);
        json.WriteEndObject();
    }

    /// <summary>What such an entry says, and the key that its caller knows it by.</summary>
    /// <exception cref="Exception">It is of another shape (<see cref="SaidJson.IsUnreadable"/>).</exception>
    public static (ListStep Step, string? Key) Read(JsonElement says)
    {
        var said = says.GetProperty(Step);
        return (
            new()
            {
                Counted = said.TryGetProperty(Counted, out var counted)
                    ? new(
                        counted.Whole(Days)!.Value,
                        counted.Flag(Working)!.Value,
                        RulesSaid.Digest(says, RuleKind.Calendar)
                    )
                    : null,
                Day = said.Day(Day)!.Value,
                Document = said.Text(Document),
                Kind = TotalsSaid.Code(said.Needed(Members.Kind), CodeText.Of, Enum.GetValues<ListStepKind>()),
                Objection = said.Whole(Objection),
                Objector = said.Text(Objector),
                Reason = said.Text(Reason),
                Redaction = said.Text(Redaction),
                Row = said.Whole(Row),
                Until = said.Day(Until),
                IsUpheld = said.Flag(Upheld),
                Who = said.Needed(Who),
            },
            says.Text(Key)
        );
    }
}
