using System.Text;
using System.Text.Json;
using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Formats.Map;
using LandLedger.Formats.Output;

namespace LandLedger.Formats.Json;

/// <summary>A disposal list as one JSON object: what it rests on, the totals, and the rows by <see cref="DisposalColumns"/>.</summary>
public static class DisposalListJson
{
    public static Task WriteAsync(Stream output, DisposalList list, CancellationToken cancel = default) =>
        WriteAsync(output, list.Contents, cancel);

    /// <summary>The same of what a list says, one that was issued too.</summary>
    public static async Task WriteAsync(Stream output, ListContents list, CancellationToken cancel = default)
    {
        var columns = list.MapColumns;
        await output.WriteAsync(Head(list), cancel).ConfigureAwait(false);
        await Batches
            .WriteAsync(output, list.Lines, ",\n"u8.ToArray(), () => FeatureJson.Properties(columns), cancel)
            .ConfigureAwait(false);
        await output.WriteAsync("\n]}\n"u8.ToArray(), cancel).ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Head(ListContents list)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonForm.Compact))
        {
            json.WriteStartObject();
            BasisJson.Write(json, list.Basis);
            json.WriteString(Names.SharingRule, list.Texts["sharing.rule"]);
            WriteTotals(json, list.Totals, list.Basis.IsExtract);
            json.WriteEndObject();
        }
        var head = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length - 1);
        return Encoding.UTF8.GetBytes(head + ",\"rows\":[\n");
    }

    /// <summary>The whole, then by class, by measure, by flag, and what was not judged.</summary>
    /// <param name="isExtract">Whether it is of rows alone: nothing is told then of what is not among them.</param>
    internal static void WriteTotals(Utf8JsonWriter json, DisposalTotals totals, bool isExtract)
    {
        json.WriteStartObject("total");
        WriteSum(json, totals.Total);
        json.WriteEndObject();
        if (!isExtract)
            WriteHeldBack(json, totals.HeldBack);
        json.WriteStartObject("held");
        WriteSum(json, totals.Held);
        json.WriteEndObject();
        if (totals.MayBeHeld.Plots > 0)
        {
            json.WriteStartObject("mayBeHeld");
            WriteSum(json, totals.MayBeHeld);
            json.WriteEndObject();
        }
        json.WriteStartArray("byCategory");
        foreach (var total in totals.ByCategory)
        {
            json.WriteStartObject();
            json.WriteString(Names.Category, Codes.Of(total.Of));
            WriteSum(json, total.Sum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("bySetCategory");
        foreach (var total in totals.BySet)
        {
            json.WriteStartObject();
            json.WriteString(Names.Category, Codes.Of(total.Of.Computed));
            json.WriteString("setCategory", Codes.Of(total.Of.Set));
            WriteSum(json, total.Sum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("byMeasure");
        foreach (var total in totals.ByMeasure)
        {
            json.WriteStartObject();
            json.WriteString(Names.Kind, Codes.Of(total.Of.Kind));
            json.WriteOrNull(Names.IfCause, total.Of.IfCause is { } cause ? Codes.Of(cause) : null);
            WriteSum(json, total.Sum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("byFlag");
        foreach (var total in totals.ByFlag)
        {
            json.WriteStartObject();
            json.WriteString("flag", Codes.Of(total.Of));
            WriteSum(json, total.Sum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (isExtract)
            return;
        json.WriteStartArray("notJudged");
        foreach (var (rule, plots) in totals.ByRuleNotJudged)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule);
            json.WriteNumber("plots", plots);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>What cases keep off the list, as a member; maps of the list have it too.</summary>
    internal static void WriteHeldBack(Utf8JsonWriter json, AcreageSum heldBack)
    {
        json.WriteStartObject("heldBack");
        WriteSum(json, heldBack);
        json.WriteEndObject();
    }

    internal static void WriteSum(Utf8JsonWriter json, AcreageSum sum)
    {
        json.WriteNumber("plots", sum.Plots);
        json.WriteNumber("statedMu", JsonForm.Trim(sum.Stated.Mu));
        json.WriteNumber("withoutStated", sum.WithoutStated);
        json.WriteNumber("measuredMu", JsonForm.Trim(sum.Measured.Mu));
        json.WriteNumber("withoutMeasured", sum.WithoutMeasured);
    }
}
