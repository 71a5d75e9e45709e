using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Lists;

/// <summary>The disposal list as it would be issued on the day, as a file for the desk or the map; nothing is kept of it.</summary>
internal static class ListPreview
{
    /// <summary>Header of how many plots cases keep off the list; absent where they keep none.</summary>
    public const string HeldBackHeader = "LandLedger-Held-Back";

    public static Streamed Make(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        HttpResponse response,
        CancellationToken cancel
    )
    {
        var asOf = query.Of(Parameters.AsOf) ?? options.Today;
        var form = FormOf(query.MediaType);
        var asked = query.Of(Parameters.Category);
        var texts = query.Of(Parameters.Lang) ?? Languages.Of(request);
        var list = DisposalList.Of(
            park.All(asOf, form == ListForm.GeoJson, cancel),
            park.Basis(asOf),
            texts,
            asked,
            query.Of(Parameters.Held)
        );
        // A CSV has rows alone.
        if (list.HeldBack.Plots > 0)
            response.Headers[HeldBackHeader] = list.HeldBack.Plots.ToString(CultureInfo.InvariantCulture);
        return new(ListFile.MediaType(form), (output, token) => WriteAsync(output, list, form, token))
        {
            FileName = NameOf(texts, asOf, FormParameter.CodeOf(query.MediaType)),
        };
    }

    /// <summary>A workbook is a zip, written without waiting; it is made beside the answer and then sent.</summary>
    private static async Task WriteAsync(Stream output, DisposalList list, ListForm form, CancellationToken cancel)
    {
        if (form != ListForm.Xlsx)
        {
            await ListFile.WriteAsync(output, list, form, cancel);
            return;
        }
        await using var file = Spool.NewFile();
        await ListFile.WriteAsync(file, list, form, cancel);
        file.Position = 0;
        await file.CopyToAsync(output, cancel);
    }

    private static ListForm FormOf(string mediaType) =>
        mediaType switch
        {
            MediaTypes.Csv => ListForm.Csv,
            MediaTypes.Xlsx => ListForm.Xlsx,
            MediaTypes.GeoJson => ListForm.GeoJson,
            _ => ListForm.Json,
        };

    private static string NameOf(Texts texts, DateOnly asOf, string ending) =>
        $"{texts["list.title"]}-{asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{ending}";
}
