using LandLedger.Formats.Json;
using LandLedger.Formats.Lists;
using LandLedger.Ledger;
using LandLedger.Service.Http;
using LandLedger.Service.People;
using LandLedger.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Turns;

/// <summary>
/// Which plots have another class on the later day, and whether facts, rules, cases or the mere passing of time turned it. Each day is judged by
/// what had been recorded at its end, unless a time is named.
/// </summary>
internal static class Diff
{
    public static readonly Parameter<DateOnly?> From = new("from", Reading.Day, null, Reading.DaySchema);

    public static readonly Parameter<DateOnly?> To = new("to", Reading.Day, null, Reading.DaySchema);

    public static readonly Parameter<DateTimeOffset?> RecordedFrom = Time("recordedFrom");

    public static readonly Parameter<DateTimeOffset?> RecordedTo = Time("recordedTo");

    /// <summary>The package of both days, or of the earlier one; that of the service when not given.</summary>
    public static readonly Parameter<string?> Rules = PastRules.Parameter("rules");

    public static readonly Parameter<string?> RulesTo = PastRules.Parameter("rulesTo");

    public static Results<Streamed, Problem> Show(Query query, Park park, ServiceOptions options, HttpRequest request)
    {
        if (query.Of(From) is not { } first)
            return Query.Missing(From, request, options);
        if (query.Of(To) is not { } last)
            return Query.Missing(To, request, options);
        var known = query.Of(RecordedFrom) ?? Past(first);
        var later = query.Of(RecordedTo) ?? Past(last);
        if (first > last || (known ?? DateTimeOffset.MaxValue) > (later ?? DateTimeOffset.MaxValue))
            return Query.Wrong(first > last ? To : RecordedTo, request, options);
        var store = park.Opened;
        var (rules, other) = PastRules.Of(Rules, options.Rules, query, store, request, options);
        if (rules is null)
            return other!;
        var (rulesTo, otherTo) = PastRules.Of(RulesTo, rules, query, store, request, options);
        if (rulesTo is null)
            return otherTo!;
        var (then, now) = KnownPark.At(store, known, later);
        if (Lacks(known, then))
            return None(known!.Value);
        if (Lacks(later, now))
            return None(later!.Value);
        var (one, two) = (new TurnSide(then!, rules, first), new TurnSide(now!, rulesTo, last));
        var texts = query.Of(Parameters.Lang) ?? Languages.Of(request);
        return new Streamed(
            query.MediaType,
            async (output, cancel) =>
            {
                var turns = new ClassTurns(one, two, SeenPlots.Of(park));
                if (query.MediaType == MediaTypes.Csv)
                    await TurnCsv.WriteAsync(output, turns, one, two, texts, cancel);
                else
                    await TurnJson.WriteAsync(output, turns, one, two, cancel);
            }
        );

        DateTimeOffset? Past(DateOnly day) =>
            AskedTime.PastEnd(day, options.Clock.LocalTimeZone, options.Clock.GetUtcNow());

        // Whether nothing that the user sees had been recorded by then.
        bool Lacks(DateTimeOffset? time, KnownPark? recorded) =>
            time is not null && (recorded is null || !SeenPlots.Any(park, recorded.Plots()));
    }

    private static Problem None(DateTimeOffset recorded) =>
        new("recorded-none", ("recorded", LedgerRow.Time(recorded)));

    private static Parameter<DateTimeOffset?> Time(string name) =>
        new(name, Reading.Time, null, _ => new() { ["type"] = "string", ["format"] = "date-time" });
}
