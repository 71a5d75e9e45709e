using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Ledger;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Cases;

/// <summary>A step as JSON, or as the part <c>step</c> of a multipart body with files as evidence beside it.</summary>
internal static class StepRequest
{
    /// <summary>The part of the body that is no file.</summary>
    private const string Step = "step";

    /// <summary>Reads the body, waits for its turn, and writes.</summary>
    public static async Task<Results<Stepped, Problem>> TakeAsync(
        HttpRequest request,
        ImportTurn turn,
        ServiceOptions options,
        Func<JsonElement, (StepBody? Body, Problem? Problem)> read,
        Func<StepBody, GivenFiles, Results<Stepped, Problem>> take,
        CancellationToken cancel
    )
    {
        if (!IsMultipart(request))
            return await JsonBody.TakeAsync(request, turn, read, body => take(body, GivenFiles.None), cancel);
        if (Origins.IsForeign(request))
            return new Problem("origin-foreign");
        using var spool = new Spool();
        if (await Upload.TakeAsync(request, spool, options, cancel, Step) is { } wrong)
            return wrong;
        try
        {
            using var json = JsonDocument.Parse(spool.Member);
            var (body, problem) = read(json.RootElement);
            if (body is null)
                return problem!;
            var files = GivenFiles.Of(spool.Paths);
            return await JsonBody.TakeAsync(turn, () => take(body, files), cancel);
        }
        catch (JsonException)
        {
            return new Problem("request-malformed");
        }
    }

    private static bool IsMultipart(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypes.Multipart, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The files that a request gives, on the disk of the service while it is answered.</summary>
internal sealed record GivenFiles(IReadOnlyList<(KeptFile File, string Path)> All)
{
    public static GivenFiles None { get; } = new([]);

    public static GivenFiles Of(IEnumerable<string> paths) =>
        new([
            .. paths.Select(path =>
            {
                using var content = File.OpenRead(path);
                return (KeptFile.Of(Path.GetFileName(path), content), path);
            }),
        ]);

    /// <summary>The step with these as evidence.</summary>
    public CaseStep With(CaseStep step) => step with { Evidence = [.. All.Select(given => given.File)] };

    public StepRecording With(StepRecording recording) =>
        recording with
        {
            Open = file => File.OpenRead(All.First(given => given.File == file).Path),
        };
}
