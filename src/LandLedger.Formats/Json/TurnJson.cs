using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Turns;

namespace LandLedger.Formats.Json;

/// <summary>
/// Plots that turned, as JSON: class before and after (null: not in the register), and each step that turned it with the facts, the numbers
/// or the steps of cases that did. The document ends with the sums of all plots by both classes, exact mu, which add up to both evaluations.
/// </summary>
public static class TurnJson
{
    private const int FlushAt = 1 << 16;

    /// <summary>What both evaluations rest on, the plots and the sums; streamed.</summary>
    public static async Task WriteAsync(
        Stream output,
        ClassTurns turns,
        TurnSide from,
        TurnSide to,
        CancellationToken cancel = default
    )
    {
        await using var json = new Utf8JsonWriter(output, JsonForm.Readable);
        json.WriteStartObject();
        WriteSide(json, "from", from, turns.IsCut);
        WriteSide(json, "to", to, turns.IsCut);
        json.WriteStartArray("turns");
        foreach (var turn in turns.All(cancel))
        {
            Write(json, turn);
            if (json.BytesPending > FlushAt)
                await json.FlushAsync(cancel).ConfigureAwait(false);
        }
        json.WriteEndArray();
        json.WriteStartArray("sums");
        foreach (var sum in turns.Sums.Rows)
        {
            json.WriteStartObject();
            WriteClasses(json, sum.From, sum.To);
            WriteSums(json, sum.Before, sum.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("total");
        WriteSums(json, turns.Sums.Before, turns.Sums.After);
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>One line a plot (NDJSON).</summary>
    public static async Task WriteLinesAsync(Stream output, ClassTurns turns, CancellationToken cancel = default)
    {
        await using var json = new Utf8JsonWriter(output, JsonForm.Compact);
        foreach (var turn in turns.All(cancel))
        {
            Write(json, turn);
            await json.FlushAsync(cancel).ConfigureAwait(false);
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter json, ClassTurn turn)
    {
        json.WriteStartObject();
        json.WriteString("plot", turn.Plot.Number);
        json.WriteString("county", turn.Plot.County);
        WriteClasses(json, turn.From, turn.To);
        json.WriteStartArray("steps");
        foreach (var step in turn.Steps)
        {
            json.WriteStartObject();
            json.WriteString("by", CodeText.Of(step.By));
            WriteClasses(json, step.From, step.To);
            json.WriteStartArray("facts");
            foreach (var fact in step.Facts)
            {
                json.WriteStartObject();
                json.WriteString("field", fact.Field);
                json.WriteString("old", fact.Old);
                json.WriteString("new", fact.New);
                json.WriteString("about", fact.About);
                json.WriteNumber("entry", fact.Entry);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("numbers");
            foreach (var number in step.Numbers)
            {
                json.WriteStartObject();
                json.WriteString("id", number.Id);
                json.WriteOrNull(Old, number.Old?.Value);
                json.WriteOrNull(New, number.New?.Value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("cases");
            foreach (var turned in step.Cases)
                Write(json, turned);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TurnedCase turned)
    {
        json.WriteStartObject();
        json.WriteString("number", turned.Booked.Number.ToString());
        json.WriteString("procedure", turned.Booked.Follows.Id);
        json.WriteString("step", turned.Step.Kind);
        json.WriteString("day", Fact.Of(turned.Step.Day).ToString());
        if (turned.Step.Reason is { } reason)
            json.WriteString("reason", reason);
        json.WriteNumber("entry", turned.Entry);
        json.WriteEndObject();
    }

    private static readonly JsonEncodedText Old = JsonEncodedText.Encode("old");
    private static readonly JsonEncodedText New = JsonEncodedText.Encode("new");
    private static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    private static readonly JsonEncodedText To = JsonEncodedText.Encode("to");

    /// <summary>What one of the evaluations rests on.</summary>
    /// <param name="isCut">Whether some of its plots are left out: the head of the ledger is of all.</param>
    private static void WriteSide(Utf8JsonWriter json, string name, TurnSide side, bool isCut)
    {
        json.WriteStartObject(name);
        BasisJson.Write(json, ListBasis.Of(side.Rules, side.AsOf));
        if (!isCut)
            json.WriteString("head", side.Park.Ledger.Head().ToString());
        json.WriteEndObject();
    }

    private static void WriteClasses(Utf8JsonWriter json, Category? from, Category? to)
    {
        json.WriteOrNull(From, from is { } one ? Codes.Of(one) : null);
        json.WriteOrNull(To, to is { } other ? Codes.Of(other) : null);
    }

    private static void WriteSums(Utf8JsonWriter json, Acreage.AcreageSum before, Acreage.AcreageSum after)
    {
        json.WriteStartObject("before");
        DisposalListJson.WriteSum(json, before);
        json.WriteEndObject();
        json.WriteStartObject("after");
        DisposalListJson.WriteSum(json, after);
        json.WriteEndObject();
    }
}
