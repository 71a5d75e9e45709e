using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Formats.Json;
using LandLedger.Formats.Papers;
using LandLedger.Office;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Cases;

/// <summary>The papers of a case that the user sees, as it is or as it had been recorded at some time.</summary>
internal static class CasePapers
{
    /// <summary>Whether a paper is written in spite of what is missing, each place marked.</summary>
    public static readonly Parameter<bool> Draft = new("draft", Reading.Flag, false, Reading.FlagSchema);

    private static readonly string[] Kinds = [.. Enum.GetValues<PaperKind>().Select(CodeText.Of)];

    /// <summary>All that its procedure makes, with those that were made.</summary>
    public static Results<JsonAnswer, Problem> List(string number, Query query, Park park, HttpRequest request)
    {
        var (asked, filed, problem) = Find(number, query, park, request);
        if (filed is null)
            return problem!;
        using (asked)
            return new JsonAnswer(json =>
                PapersJson.Write(
                    json,
                    filed,
                    (links, kind) =>
                        Links.Write(
                            links,
                            "item",
                            Links.To(request, $"cases/{filed.Number}/papers/{CodeText.Of(kind)}"),
                            MediaTypes.Docx
                        )
                )
            );
    }

    /// <summary>One as DOCX, as <c>landledger case paper</c> writes it.</summary>
    public static Results<BytesAnswer, Problem> Show(
        string number,
        string kind,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response
    )
    {
        var (office, missing) = OfficeParameters.Of(query, options.Office);
        if (office is null)
            return Query.Missing(missing!, request, options);
        var (asked, filed, problem) = Find(number, query, park, request);
        if (filed is null)
            return problem!;
        using (asked)
        {
            var code = Links.Part(kind);
            if (!Kinds.Contains(code, StringComparer.Ordinal))
                return NotMade(number, code);
            var paper = CodeText.Parse<PaperKind>(code);
            var texts = Languages.Of(request);
            var (source, ended) = PaperSource.Of(
                paper,
                filed,
                asked!.Store,
                options.Rules,
                office,
                asked.IsOfThen,
                texts.Language
            );
            if (source is null)
                return ended is null ? NotMade(number, code) : Refused([ended]);
            var own = OfficeBook.Template(asked.Store.Ledger, paper);
            var (template, damaged) = own is null ? default : PaperTemplate.Read(new OfficeBook(park.Opened).Open(own));
            if (damaged is { Count: > 0 })
                return Refused(damaged);
            source = source with { Template = own?.File.Sha256 };
            var (bytes, problems) = Paper.Write(paper, source, template, query.Of(Draft));
            if (bytes is null)
                return Refused(problems);
            response.Headers.ContentLanguage = texts.Tag;
            Streamed.Offer(response, $"{filed.Number} {texts["paper." + code]}.docx");
            return new BytesAnswer(bytes, MediaTypes.Docx);
        }
    }

    /// <summary>A case is looked for among those that the user sees now, whatever time he asks for.</summary>
    private static (AskedStore? Asked, FiledCase? Filed, Problem? Problem) Find(
        string number,
        Query query,
        Park park,
        HttpRequest request
    )
    {
        var (now, refused) = OneCase.Judged(number, park);
        if (now is null)
            return (null, null, refused);
        var (asked, problem) = AskedStore.Of(query, park, request);
        if (asked is null)
            return (null, null, problem);
        if (!asked.IsOfThen)
            return (asked, now, null);
        if (new CaseBook(asked.Store, OfficeBook.CalendarOf(park.Opened.Ledger)).Judged(now.Number).Filed is { } then)
            return (asked, then, null);
        asked.Dispose();
        return (null, null, OneCase.Unknown(number));
    }

    private static Problem NotMade(string number, string kind) =>
        new("paper-unknown", ("number", Links.Part(number)), ("paper", kind));

    private static Problem Refused(IReadOnlyList<PaperProblem> problems) =>
        new("paper-wrong")
        {
            Sentence = texts => string.Join("\n", problems.Select(problem => problem.In(texts.Language))),
            More = json =>
            {
                json.WriteStartArray("problems");
                foreach (var problem in problems)
                {
                    json.WriteStartObject();
                    json.WriteString("code", problem.Code);
                    json.WriteString("place", problem.Place);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            },
        };
}
