using LandLedger.Formats.Json;
using LandLedger.Service.Http;
using LandLedger.Service.Plots;
using LandLedger.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Turns;

/// <summary>What a plot counted as on each day of a stretch, by what is known, or had been recorded at a time.</summary>
internal static class PlotClasses
{
    public static readonly Parameter<DateOnly?> From = new("from", Reading.Day, null, Reading.DaySchema)
    {
        Sentence = "classes.from",
    };

    public static readonly Parameter<DateOnly?> To = new("to", Reading.Day, null, Reading.DaySchema)
    {
        Sentence = "classes.to",
    };

    public static Results<JsonAnswer, Problem> Of(
        string id,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        CancellationToken cancel
    )
    {
        if (query.Of(From) is not { } first)
            return Query.Missing(From, request, options);
        if (query.Of(To) is not { } last)
            return Query.Missing(To, request, options);
        if (!ClassSpan.Covers(first, last))
            return Query.Wrong(To, request, options);
        var (plot, none) = FoundPlot.KeyOf(id, query, park);
        if (plot is not { } key)
            return none!;
        var (rules, other) = PastRules.Of(Diff.Rules, options.Rules, query, park.Opened, request, options);
        if (rules is null)
            return other!;
        var time = query.Of(Parameters.Recorded);
        var known = KnownPark.At(park.Opened, time, time).First;
        var texts = query.Of(Parameters.Lang) ?? Languages.Of(request);
        var spans = known is null ? [] : ClassSpan.Of(known, key, rules, first, last, cancel).ToList();
        // It counts the entries of all plots.
        var head = park.Sight.Scope.IsAll ? known?.Ledger.Head() : null;
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            ClassSpanJson.WriteMembers(json, key, rules, head, spans, texts);
            json.WriteStartArray("links");
            Links.WriteForms(json, query, request);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
