using System.Text.Json;
using LandLedger.Formats.Output;

namespace LandLedger.Formats.Json;

/// <summary>
/// An evaluation as JSON: one object a plot, the same on the command line and from the service. Areas are exact mu, money exact
/// yuan, quotients have 12 decimals (half up), days are yyyy-MM-dd; what is unknown is null. With sentences, each condition
/// carries its text in Chinese and English.
/// </summary>
public static class EvaluationJson
{
    /// <summary>One object.</summary>
    public static void Write(Utf8JsonWriter json, Evaluation evaluation, bool sentences = false)
    {
        var output = new Utf8Buffer();
        new EvaluationText(sentences).Write(evaluation, output);
        json.WriteRawValue(output.Written.Span, skipInputValidation: true);
    }

    /// <summary>One line a plot (NDJSON), in the order given, with constant memory. Returns how many.</summary>
    public static Task<long> WriteLinesAsync(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        bool sentences = false,
        CancellationToken cancel = default
    ) => Batches.WriteAsync(output, evaluations, () => LineWorker(sentences), cancel);

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

    private static ItemWriter<Evaluation> LineWorker(bool sentences)
    {
        var text = new EvaluationText(sentences);
        return (evaluation, output) =>
        {
            text.Write(evaluation, output);
            output.Raw((byte)'\n');
        };
    }

    private static ItemWriter<Separated<Evaluation>> ArrayWorker(bool sentences)
    {
        var text = new EvaluationText(sentences);
        return (item, output) =>
        {
            output.Raw(item.First ? "\n"u8 : ",\n"u8);
            text.Write(item.Item, output);
        };
    }
}
