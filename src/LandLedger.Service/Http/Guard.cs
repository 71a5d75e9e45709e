using LandLedger.Import;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LandLedger.Service.Http;

/// <summary>
/// What every request passes: its time and rate are bounded, it is told whom it is from, its query is read, what it accepts is held against what the route offers, and
/// whatever goes wrong is answered as a <see cref="Problem"/>.
/// </summary>
internal sealed partial class Guard(
    RequestDelegate next,
    ServiceOptions options,
    OpenStore store,
    Validator validator,
    Turnstile turnstile,
    SignIn signIn,
    ILogger<Guard> log
)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var route = context.GetEndpoint()?.Metadata.GetMetadata<Route>();
        var gone = context.RequestAborted;
        var time = route is { Long: true } ? options.ImportTime : options.RequestTime;
        using var late = new CancellationTokenSource(time, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, late.Token);
        context.RequestAborted = either.Token;
        try
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            if (await CheckAsync(context, route) is { } problem)
                await problem.ExecuteAsync(context);
            else if (route is null || !IsKept(context, route))
                await next(context);
            if (!context.Response.HasStarted && Problems.Of(context.Response.StatusCode, options) is { } bare)
                await AnswerAsync(context, bare, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception error) when (error is not OperationCanceledException || late.IsCancellationRequested)
        {
            Tell(context, error);
            await AnswerAsync(context, Problems.Of(error, options), gone);
        }
    }

    private async Task<Problem?> CheckAsync(HttpContext context, Route? route) =>
        route is null ? null
        : !route.Fresh && !turnstile.LetsPass(context) ? new("too-many") { RetryAfter = 1 }
        : await signIn.TakeAsync(context, route) is { } stopped ? stopped
        : QueryOf(context).Read(context.Request, route, options)
            ?? Caller.Find(context.Request)?.Refusal(QueryOf(context).Of(Parameters.Writer));

    /// <summary>Whether the client has the answer already.</summary>
    private bool IsKept(HttpContext context, Route route) =>
        route is { Fresh: false, TagsItself: false }
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && validator.Holds(context, QueryOf(context));

    private static Query QueryOf(HttpContext context) => context.RequestServices.GetRequiredService<Query>();

    private static Task AnswerAsync(HttpContext context, Problem problem, CancellationToken gone)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }
        context.RequestAborted = gone;
        var allow = context.Response.Headers.Allow;
        context.Response.Clear();
        if (allow.Count > 0)
            context.Response.Headers.Allow = allow;
        return problem.ExecuteAsync(context);
    }

    private void Tell(HttpContext context, Exception error)
    {
        if (error is StoreException trouble)
        {
            store.Doubt(trouble);
            StoreTrouble(log, context.Request.Path, trouble.Message, trouble.InnerException);
        }
        else if (error is IssuerAwayException)
        {
            IssuerAway(log, context.Request.Path, error.Message, error.InnerException);
        }
        else if (error is not (OperationCanceledException or BadHttpRequestException))
        {
            Broken(log, context.Request.Path, error);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Path}: the store cannot be used: {Message}")]
    private static partial void StoreTrouble(ILogger log, string path, string message, Exception? error);

    [LoggerMessage(4, LogLevel.Error, "{Path}: the keys of the issuer cannot be had: {Message}")]
    private static partial void IssuerAway(ILogger log, string path, string message, Exception? error);

    [LoggerMessage(2, LogLevel.Error, "{Path} failed")]
    private static partial void Broken(ILogger log, string path, Exception error);
}
