using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Office;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using LandLedger.Service.People;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Cases;

/// <summary>Takes a step, the first of a case or a further one. A step that is refused leaves the store as it was.</summary>
internal static class NewStep
{
    public static Task<Results<Stepped, Problem>> OpenAsync(
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        StepRequest.TakeAsync(
            request,
            turn,
            options,
            json => Read(json, opens: true, request),
            (body, files) =>
            {
                var keys = park.Store.Find(body.Plot).Select(PlotKey.Of).ToList();
                if (body.County is { } county)
                    keys.RemoveAll(key => key.County != county);
                if (keys.Count > 1)
                    return FoundPlot.Ambiguous(body.Plot, keys);
                var plot = keys.Count == 1 ? keys[0] : new(body.County ?? "", body.Plot);
                var step = body.Step(park.Opened.Cases.Procedures.Find(body.Procedure));
                var book = Book(park, options);
                var (filed, refusal) = book.Open(
                    plot,
                    body.Procedure,
                    files.With(step),
                    files.With(Recording(request, query, options))
                );
                return filed is null
                    ? StepProblem.Of(refusal!)
                    : OneCase.Answer(filed, book.Calendar, Links.To(request, "cases/" + filed.Number));
            },
            cancel
        );

    public static Task<Results<Stepped, Problem>> TakeAsync(
        string number,
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        StepRequest.TakeAsync(
            request,
            turn,
            options,
            json => Read(json, opens: false, request),
            (body, files) =>
            {
                if (CaseNumber.Parse(number) is not { } known)
                    return OneCase.Unknown(number);
                var book = Book(park, options);
                var (rules, missing) = book.Follows(known);
                if (rules is null)
                    return missing!.Code == "case-unknown" ? OneCase.Unknown(number) : StepProblem.Of(missing);
                var recording = Recording(request, query, options) with { After = Stepped.StepsOf(request) };
                var (filed, refusal) = book.Take(known, files.With(body.Step(rules)), files.With(recording));
                return filed is null ? StepProblem.Of(refusal!) : OneCase.Answer(filed, book.Calendar);
            },
            cancel
        );

    private static (StepBody?, Problem?) Read(JsonElement json, bool opens, HttpRequest request)
    {
        var (body, refusal) = StepBody.Read(json, opens, Caller.Of(request));
        return refusal is not null ? (null, StepProblem.Of(refusal))
            : body!.OfOther() is { } other ? (null, other)
            : (body, null);
    }

    /// <summary>Who takes a step writes it, unless somebody else says that he does.</summary>
    private static StepRecording Recording(HttpRequest request, Query query, ServiceOptions options) =>
        new()
        {
            At = options.Clock.GetLocalNow(),
            By = Caller.Of(request).Writer(query),
            Key = JsonBody.KeyOf(request),
        };

    /// <summary>Of the cases that the user sees; what is written is the store's own.</summary>
    private static CaseBook Book(Park park, ServiceOptions options) =>
        new(park.Opened, OfficeBook.CalendarOf(park.Opened.Ledger)) { Cases = park.Store.Cases, Rules = options.Rules };
}
