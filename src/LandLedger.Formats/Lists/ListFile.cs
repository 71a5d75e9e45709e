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
    ) =>
        form switch
        {
            ListForm.Csv => CsvList.WriteAsync(output, list, cancel),
            ListForm.Json => DisposalListJson.WriteAsync(output, list, cancel),
            ListForm.GeoJson => GeoJsonMap.WriteAsync(
                output,
                list.Rows.Select(row => row.Evaluation),
                list.Basis,
                new() { Texts = list.Texts, Before = json => DisposalListJson.WriteHeldBack(json, list.HeldBack) },
                cancel
            ),
            _ => Xlsx(output, list, cancel),
        };

    private static Task Xlsx(Stream output, DisposalList list, CancellationToken cancel)
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
