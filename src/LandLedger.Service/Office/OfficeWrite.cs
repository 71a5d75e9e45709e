using LandLedger.Cases;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Office;

/// <summary>What is to be known of a change of what the office keeps.</summary>
internal static class OfficeWrite
{
    public static StepRecording Recording(HttpRequest request, Query query, ServiceOptions options) =>
        new() { At = options.Clock.GetLocalNow(), By = Caller.Of(request).Writer(query) };

    /// <summary>Takes something back when its turn has come.</summary>
    /// <param name="remove">False where there is nothing to be taken back.</param>
    /// <param name="none">What is answered then.</param>
    public static async Task<Results<NoContent, Problem>> RemoveAsync(
        HttpRequest request,
        ImportTurn turn,
        Func<bool> remove,
        Func<Problem> none,
        CancellationToken cancel
    ) =>
        Origins.IsForeign(request)
            ? new Problem("origin-foreign")
            : await JsonBody.TakeAsync<NoContent>(turn, () => remove() ? TypedResults.NoContent() : none(), cancel);

    /// <summary>That what was given cannot be kept, with each fault.</summary>
    public static Problem Wrong(Func<Texts, IEnumerable<string>> faults) =>
        new("office-wrong") { Sentence = texts => string.Join("\n", faults(texts)) };
}
