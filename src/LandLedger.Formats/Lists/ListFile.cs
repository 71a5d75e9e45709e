using LandLedger.Disposal;
using LandLedger.Formats.Json;
using LandLedger.Formats.Map;

namespace LandLedger.Formats.Lists;

/// <summary>The forms in which a disposal list leaves the house.</summary>
public enum ListForm
{
    Xlsx,
    Csv,
    Json,
    GeoJson,
}

/// <summary>A disposal list in the form asked for, the same from the command line and from the service.</summary>
public static class ListFile
{
    public static Task WriteAsync(
        Stream output,
        DisposalList list,
        ListForm form,
        CancellationToken cancel = default
    ) => WriteAsync(output, list.Contents, form, cancel);

    /// <summary>The same of what a list says, one that was issued too.</summary>
    public static Task WriteAsync(
        Stream output,
        ListContents list,
        ListForm form,
        CancellationToken cancel = default
    ) =>
        form switch
        {
            ListForm.Csv => CsvList.WriteAsync(output, list, cancel),
            ListForm.Json => DisposalListJson.WriteAsync(output, list, cancel),
            ListForm.GeoJson => GeoJsonMap.WriteAsync(
                output,
                list.Lines,
                list.Basis,
                new()
                {
                    Texts = list.Texts,
                    Columns = list.MapColumns,
                    Before = list.Basis.IsExtract
                        ? null
                        : json => DisposalListJson.WriteHeldBack(json, list.Totals.HeldBack),
                },
                cancel
            ),
            _ => Xlsx(output, list, cancel),
        };

    /// <summary>SHA-256 of the file in each form, 64 lower-case digits, by the name of the form.</summary>
    public static IReadOnlyDictionary<string, string> Digests(ListContents list)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in Enum.GetValues<ListForm>())
        {
            using var digest = new DigestStream();
            WriteAsync(digest, list, form).GetAwaiter().GetResult();
            digests[NameOf(form)] = digest.Sha256();
        }
        return digests;
    }

    /// <summary>xlsx, csv, json, geojson: what files of the form end with.</summary>
    public static string NameOf(ListForm form) => form.ToString().ToLowerInvariant();

    private static Task Xlsx(Stream output, ListContents list, CancellationToken cancel)
    {
        XlsxList.Write(output, list, cancel);
        return Task.CompletedTask;
    }

    public static string MediaType(ListForm form) =>
        form switch
        {
            ListForm.Csv => "text/csv; charset=utf-8",
            ListForm.Json => "application/json",
            ListForm.GeoJson => "application/geo+json",
            _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        };
}
