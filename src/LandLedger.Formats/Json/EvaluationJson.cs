using System.Text;
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
    public static async Task<long> WriteLinesAsync(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        bool sentences = false,
        CancellationToken cancel = default
    )
    {
        var count = await WriteAsync(output, evaluations, sentences, "\n", cancel).ConfigureAwait(false);
        if (count > 0)
            await output.WriteAsync("\n"u8.ToArray(), cancel).ConfigureAwait(false);
        return count;
    }

    /// <summary>One array of all plots, streamed the same way.</summary>
    public static async Task<long> WriteArrayAsync(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        bool sentences = false,
        CancellationToken cancel = default
    )
    {
        await output.WriteAsync("[\n"u8.ToArray(), cancel).ConfigureAwait(false);
        var count = await WriteAsync(output, evaluations, sentences, ",\n", cancel).ConfigureAwait(false);
        await output.WriteAsync("\n]\n"u8.ToArray(), cancel).ConfigureAwait(false);
        return count;
    }

    private static Task<long> WriteAsync(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        bool sentences,
        string separator,
        CancellationToken cancel
    ) =>
        Batches.WriteAsync(
            output,
            evaluations,
            Encoding.UTF8.GetBytes(separator),
            () => new EvaluationText(sentences).Write,
            cancel
        );
}
