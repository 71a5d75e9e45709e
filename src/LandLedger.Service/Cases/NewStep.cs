using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Cases;

/// <summary>Takes a step, the first of a case or a further one. A step that is refused leaves the store as it was.</summary>
internal static class NewStep
{
    /// <summary>The same key with the same step again is answered as the first time, and recorded once.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int SoonSeconds = 10;

    /// <summary>Bytes; a step is a page of text at most.</summary>
    private const long MostBody = 1024 * 1024;

    public static Task<Results<TaggedCase, Problem>> OpenAsync(
        HttpRequest request,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        TakeAsync(
            request,
            opens: true,
            turn,
            body =>
            {
                var keys = park.Store.Find(body.Plot).Select(PlotKey.Of).ToList();
                if (body.County is { } county)
                    keys.RemoveAll(key => key.County != county);
                if (keys.Count > 1)
                    return FoundPlot.Ambiguous(body.Plot, keys);
                var plot = keys.Count == 1 ? keys[0] : new(body.County ?? "", body.Plot);
                var step = body.Step(Procedures.Find(body.Procedure));
                var (filed, refusal) = Book(park).Open(plot, body.Procedure, step, Recording(request, options));
                return filed is null
                    ? StepProblem.Of(refusal!)
                    : new TaggedCase(filed, Links.To(request, "cases/" + filed.Number));
            },
            cancel
        );

    public static Task<Results<TaggedCase, Problem>> TakeAsync(
        string number,
        HttpRequest request,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        TakeAsync(
            request,
            opens: false,
            turn,
            body =>
            {
                if (OneCase.Find(number, park) is not { } before)
                    return OneCase.Unknown(number);
                var recording = Recording(request, options) with { After = TaggedCase.StepsOf(request) };
                var (filed, refusal) = Book(park).Take(before.Number, body.Step(before.Case.Procedure), recording);
                return filed is null ? StepProblem.Of(refusal!) : new TaggedCase(filed);
            },
            cancel
        );

    private static async Task<Results<TaggedCase, Problem>> TakeAsync(
        HttpRequest request,
        bool opens,
        ImportTurn turn,
        Func<StepBody, Results<TaggedCase, Problem>> take,
        CancellationToken cancel
    )
    {
        if (Origins.IsForeign(request))
            return new Problem("origin-foreign");
        if (!request.HasJsonContentType())
            return new Problem("media-type");
        var (json, problem) = await ReadAsync(request, cancel);
        if (json is null)
            return problem!;
        using var read = json;
        var (body, refusal) = StepBody.Read(json.RootElement, opens);
        if (body is null)
            return StepProblem.Of(refusal!);
        if (!await turn.WaitAsync(cancel))
            return new Problem("import-running") { RetryAfter = SoonSeconds };
        try
        {
            return await Task.Run(() => take(body), CancellationToken.None);
        }
        finally
        {
            turn.End();
        }
    }

    private static async Task<(JsonDocument?, Problem?)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Math.Min(MostBody, size.MaxRequestBodySize ?? MostBody);
        try
        {
            return (await JsonDocument.ParseAsync(request.Body, default, cancel), null);
        }
        catch (JsonException)
        {
            return (null, new("request-malformed"));
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problems.TooLarge(MostBody));
        }
    }

    private static StepRecording Recording(HttpRequest request, ServiceOptions options) =>
        new() { At = options.Clock.GetLocalNow(), Key = request.Headers[KeyHeader] is [{ } key] ? key : null };

    private static CaseBook Book(Park park) => new(park.Store, HolidayCalendar.Default);
}
