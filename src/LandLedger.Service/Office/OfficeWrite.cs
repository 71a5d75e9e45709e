using LandLedger.Cases;
using LandLedger.Service.Http;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Office;

/// <summary>What is to be known of a change of what the office keeps.</summary>
internal static class OfficeWrite
{
    public static StepRecording Recording(HttpRequest request, Query query, ServiceOptions options) =>
        new() { At = options.Clock.GetLocalNow(), By = Caller.Of(request).Writer(query) };

    /// <summary>That what was given cannot be kept, with each fault.</summary>
    public static Problem Wrong(Func<Texts, IEnumerable<string>> faults) =>
        new("office-wrong") { Sentence = texts => string.Join("\n", faults(texts)) };
}
