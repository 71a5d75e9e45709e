using System.Collections.Frozen;
using LandLedger.Import;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service;

/// <summary>The one table of what can go wrong and the status that it is answered with.</summary>
internal static class Problems
{
    private static readonly FrozenDictionary<string, int> Status = new Dictionary<string, int>
    {
        ["parameter-unknown"] = StatusCodes.Status400BadRequest,
        ["parameter-wrong"] = StatusCodes.Status400BadRequest,
        ["parameter-twice"] = StatusCodes.Status400BadRequest,
        ["filter-wrong"] = StatusCodes.Status400BadRequest,
        ["request-malformed"] = StatusCodes.Status400BadRequest,
        ["import-no-files"] = StatusCodes.Status400BadRequest,
        ["import-file-name"] = StatusCodes.Status400BadRequest,
        ["import-field"] = StatusCodes.Status400BadRequest,
        ["parameter-missing"] = StatusCodes.Status400BadRequest,
        ["header-wrong"] = StatusCodes.Status400BadRequest,
        ["sign-in"] = StatusCodes.Status401Unauthorized,
        ["role-may-not"] = StatusCodes.Status403Forbidden,
        ["scope-bounded-plot"] = StatusCodes.Status403Forbidden,
        ["scope-bounded"] = StatusCodes.Status403Forbidden,
        ["user-other"] = StatusCodes.Status403Forbidden,
        ["origin-foreign"] = StatusCodes.Status403Forbidden,
        ["route-unknown"] = StatusCodes.Status404NotFound,
        ["plot-unknown"] = StatusCodes.Status404NotFound,
        ["case-unknown"] = StatusCodes.Status404NotFound,
        ["paper-unknown"] = StatusCodes.Status404NotFound,
        ["template-unknown"] = StatusCodes.Status404NotFound,
        ["calendar-unknown"] = StatusCodes.Status404NotFound,
        ["evidence-unknown"] = StatusCodes.Status404NotFound,
        ["form-unknown"] = StatusCodes.Status404NotFound,
        ["list-unknown"] = StatusCodes.Status404NotFound,
        ["token-unknown"] = StatusCodes.Status404NotFound,
        ["tile-unknown"] = StatusCodes.Status404NotFound,
        ["grid-unknown"] = StatusCodes.Status404NotFound,
        ["recorded-none"] = StatusCodes.Status404NotFound,
        ["package-unknown"] = StatusCodes.Status404NotFound,
        ["collection-unknown"] = StatusCodes.Status404NotFound,
        ["feature-unknown"] = StatusCodes.Status404NotFound,
        ["method-not-allowed"] = StatusCodes.Status405MethodNotAllowed,
        ["not-acceptable"] = StatusCodes.Status406NotAcceptable,
        ["plot-ambiguous"] = StatusCodes.Status409Conflict,
        ["plot-exists"] = StatusCodes.Status409Conflict,
        ["import-running"] = StatusCodes.Status409Conflict,
        ["procedure-missing"] = StatusCodes.Status409Conflict,
        ["rules-other"] = StatusCodes.Status409Conflict,
        ["step-not-allowed"] = StatusCodes.Status409Conflict,
        ["list-not-allowed"] = StatusCodes.Status409Conflict,
        ["plot-went-on"] = StatusCodes.Status412PreconditionFailed,
        ["case-went-on"] = StatusCodes.Status412PreconditionFailed,
        ["list-went-on"] = StatusCodes.Status412PreconditionFailed,
        ["body-too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["import-too-many-files"] = StatusCodes.Status413PayloadTooLarge,
        ["media-type"] = StatusCodes.Status415UnsupportedMediaType,
        ["import-refused"] = StatusCodes.Status422UnprocessableEntity,
        ["plot-wrong"] = StatusCodes.Status422UnprocessableEntity,
        ["key-other"] = StatusCodes.Status422UnprocessableEntity,
        ["step-wrong"] = StatusCodes.Status422UnprocessableEntity,
        ["paper-wrong"] = StatusCodes.Status422UnprocessableEntity,
        ["token-wrong"] = StatusCodes.Status422UnprocessableEntity,
        ["office-wrong"] = StatusCodes.Status422UnprocessableEntity,
        ["list-wrong"] = StatusCodes.Status422UnprocessableEntity,
        ["if-match-missing"] = StatusCodes.Status428PreconditionRequired,
        ["too-many"] = StatusCodes.Status429TooManyRequests,
        ["broken"] = StatusCodes.Status500InternalServerError,
        ["store"] = StatusCodes.Status503ServiceUnavailable,
        ["issuer-away"] = StatusCodes.Status503ServiceUnavailable,
        ["disk"] = StatusCodes.Status503ServiceUnavailable,
        ["too-slow"] = StatusCodes.Status504GatewayTimeout,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const int SoonSeconds = 5;

    public static IEnumerable<string> Codes => Status.Keys;

    public static int StatusOf(string code) => Status[code];

    /// <summary>What to answer when a request ended in an exception; what it says inside stays in the log.</summary>
    public static Problem Of(Exception error, ServiceOptions options) =>
        error switch
        {
            StoreException trouble => Store(trouble),
            IssuerAwayException => new("issuer-away") { RetryAfter = SoonSeconds },
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(options),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new("media-type"),
            BadHttpRequestException => new("request-malformed"),
            OperationCanceledException => new("too-slow"),
            IOException => new("disk") { RetryAfter = SoonSeconds },
            _ => new("broken"),
        };

    /// <summary>What to answer where the framework only set a status; null for one that needs no words.</summary>
    public static Problem? Of(int status, ServiceOptions options) =>
        status switch
        {
            StatusCodes.Status404NotFound => new("route-unknown"),
            StatusCodes.Status405MethodNotAllowed => new("method-not-allowed"),
            StatusCodes.Status406NotAcceptable => new("not-acceptable", ("offered", "")),
            StatusCodes.Status413PayloadTooLarge => TooLarge(options),
            StatusCodes.Status415UnsupportedMediaType => new("media-type"),
            >= 400 and < 500 => new("request-malformed") { Status = StatusCodes.Status400BadRequest },
            >= 500 => new("broken"),
            _ => null,
        };

    private static Problem TooLarge(ServiceOptions options) => TooLarge(options.MaxBody);

    /// <summary>A body of more bytes than that.</summary>
    public static Problem TooLarge(long most) =>
        new(
            "body-too-large",
            ("limit", (most / 1048576m).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture))
        );

    /// <summary>The store's own sentence, without the folder that it lies in.</summary>
    private static Problem Store(StoreException trouble)
    {
        var arguments = trouble.Arguments.ToDictionary(
            pair => pair.Key,
            pair => pair.Key == "path" ? Path.GetFileName(pair.Value) : pair.Value
        );
        var told = new StoreException(trouble.Code, arguments);
        return new("store", ("store", trouble.Code)) { RetryAfter = SoonSeconds, Sentence = told.In };
    }
}
