using LandLedger.Formats.PlotFiles;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>All that the store has of one plot, on one paper, as <c>landledger file</c> writes it.</summary>
internal static class PlotPaper
{
    public static readonly IReadOnlyList<string> Offers = [MediaTypes.Html, MediaTypes.Docx];

    public static Results<BytesAnswer, Problem> Show(
        string id,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response
    )
    {
        var (evaluation, _, problem) = FoundPlot.Of(id, query, park, options);
        if (evaluation is null)
            return problem!;
        var texts = query.Of(Parameters.Lang) ?? Languages.Of(request);
        var isPage = query.MediaType == MediaTypes.Html;
        var basis = park.Basis(evaluation.AsOf);
        var bytes = PlotFileWriter.Write(
            evaluation,
            park.Store,
            new(park.Opened),
            basis,
            isPage ? PlotFileForm.Html : PlotFileForm.Docx,
            texts
        );
        response.Headers.ContentLanguage = texts.Tag;
        if (isPage)
            response.Headers.ContentSecurityPolicy = HtmlAnswer.Policy;
        else
            Streamed.Offer(response, $"{texts.Fill("plot-file.title", _ => basis.IdOf(evaluation.Plot))}.docx");
        return new BytesAnswer(bytes, isPage ? MediaTypes.Html + "; charset=utf-8" : MediaTypes.Docx);
    }
}
