using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Service.Http;

namespace LandLedger.Service.Lists;

/// <summary>A disposal list as a file for the desk or the map.</summary>
internal static class ListAnswer
{
    public static readonly IReadOnlyList<string> Offers =
    [
        MediaTypes.Json,
        MediaTypes.Csv,
        MediaTypes.Xlsx,
        MediaTypes.GeoJson,
    ];

    public static Streamed Of(ListContents list, string mediaType)
    {
        var form = FormOf(mediaType);
        var extract = list.Basis.IsExtract ? "-" + list.Texts["list.extract"] : "";
        var day = list.Basis.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(ListFile.MediaType(form), (output, token) => WriteAsync(output, list, form, token))
        {
            FileName =
                $"{list.Texts["list.title"]}-{list.Basis.Number ?? day}{extract}.{FormParameter.CodeOf(mediaType)}",
        };
    }

    public static ListForm FormOf(string mediaType) =>
        mediaType switch
        {
            MediaTypes.Csv => ListForm.Csv,
            MediaTypes.Xlsx => ListForm.Xlsx,
            MediaTypes.GeoJson => ListForm.GeoJson,
            _ => ListForm.Json,
        };

    /// <summary>A workbook is a zip, written without waiting; it is made beside the answer and then sent.</summary>
    private static async Task WriteAsync(Stream output, ListContents list, ListForm form, CancellationToken cancel)
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
}
