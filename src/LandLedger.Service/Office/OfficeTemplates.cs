using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Formats.Json;
using LandLedger.Formats.Papers;
using LandLedger.Ledger;
using LandLedger.Office;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Office;

/// <summary>The templates of papers: those of the office, and those that come with LandLedger where it has none.</summary>
internal static class OfficeTemplates
{
    private static readonly PaperKind[] Kinds = Enum.GetValues<PaperKind>();

    /// <summary>Every kind of paper, with the office's own template where there is one.</summary>
    public static JsonAnswer List(Park park, HttpRequest request)
    {
        var own = OfficeBook.Templates(park.Opened.Ledger).ToDictionary(template => template.Kind);
        return new(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("templates");
            foreach (var kind in Kinds)
            {
                json.WriteStartObject();
                OfficeJson.Write(json, kind, own.GetValueOrDefault(kind));
                json.WriteStartArray("links");
                var address = Links.To(request, "office/templates/" + CodeText.Of(kind));
                Links.Write(json, "item", address, MediaTypes.Docx);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>The one that counts, to be changed and put again.</summary>
    public static Results<BytesAnswer, Problem> Show(string kind, Park park, HttpResponse response)
    {
        if (Of(kind) is not { } paper)
            return Unknown(kind);
        var own = OfficeBook.Template(park.Opened.Ledger, paper);
        Streamed.Offer(response, CodeText.Of(paper) + ".docx");
        return new BytesAnswer(
            own is null ? PaperTemplate.Default(paper).ToBytes() : new OfficeBook(park.Opened).Open(own).ToArray(),
            MediaTypes.Docx
        );
    }

    public static async Task<Results<JsonAnswer, Problem>> PutAsync(
        string kind,
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    )
    {
        if (Origins.IsForeign(request))
            return new Problem("origin-foreign");
        if (Of(kind) is not { } paper)
            return Unknown(kind);
        if (JsonBody.Wrong(request, [MediaTypes.Docx]) is { } foreign)
            return foreign;
        await using var file = Spool.NewFile();
        JsonBody.Bound(request, KeptFile.MostBytes);
        try
        {
            await request.Body.CopyToAsync(file, cancel);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.TooLarge(KeptFile.MostBytes);
        }
        file.Position = 0;
        var (template, problems) = PaperTemplate.Read(file);
        if (template is not null)
            problems = [.. template.Faults(paper)];
        if (problems.Count > 0)
            return OfficeWrite.Wrong(texts => problems.Select(problem => problem.In(texts.Language)));
        file.Position = 0;
        var kept = KeptFile.Of(CodeText.Of(paper) + ".docx", file);
        file.Position = 0;
        return await JsonBody.TakeAsync<JsonAnswer>(
            turn,
            () =>
            {
                new OfficeBook(park.Opened).Put(paper, kept, file, OfficeWrite.Recording(request, query, options));
                return new JsonAnswer(json =>
                {
                    json.WriteStartObject();
                    OfficeJson.Write(json, paper, OfficeBook.Template(park.Opened.Ledger, paper));
                    json.WriteEndObject();
                });
            },
            cancel
        );
    }

    public static Task<Results<NoContent, Problem>> RemoveAsync(
        string kind,
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        OfficeWrite.RemoveAsync(
            request,
            turn,
            () =>
                Of(kind) is { } paper
                && new OfficeBook(park.Opened).RemoveTemplate(paper, OfficeWrite.Recording(request, query, options)),
            () => Unknown(kind),
            cancel
        );

    private static PaperKind? Of(string kind) =>
        Kinds
            .Where(known => CodeText.Of(known) == Links.Part(kind))
            .Select(known => (PaperKind?)known)
            .FirstOrDefault();

    private static Problem Unknown(string kind) =>
        new("template-unknown", ("paper", Links.Part(kind)), ("codes", string.Join(", ", Kinds.Select(CodeText.Of))));
}
