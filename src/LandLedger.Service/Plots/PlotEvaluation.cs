using LandLedger.Disposal;
using LandLedger.Formats.Json;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>
/// What the rules say of one plot, with each condition, value, limit and article; sentences in both languages, and the reason
/// and the whole explanation in the language that was asked for.
/// </summary>
internal static class PlotEvaluation
{
    public static Results<JsonAnswer, Problem> One(
        string id,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request
    )
    {
        var (evaluation, _, problem) = FoundPlot.Of(id, query, park, options);
        if (evaluation is null)
            return problem!;
        var texts = query.Of(Parameters.Lang) ?? Languages.Of(request);
        return new JsonAnswer(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("lang", texts.Tag);
                json.WriteStartArray("explanation");
                foreach (var line in Explanation.Of(evaluation, texts.Language).Lines)
                    json.WriteStringValue(line);
                json.WriteEndArray();
                json.WriteString("reason", ReasonOf(new(evaluation, texts)));
                Json.WriteMembers(json, whole => EvaluationJson.Write(whole, evaluation, sentences: true));
                json.WriteEndObject();
            },
            query.MediaType
        );
    }

    private static readonly DisposalColumn Reason = DisposalColumns.All.First(column => column.Id == "reason");

    /// <summary>The sentence that stands in the list for the plot.</summary>
    private static string? ReasonOf(DisposalRow row) => Reason.Of(row) is { IsKnown: true } reason ? reason.Text : null;
}
