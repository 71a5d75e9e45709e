using LandLedger.Fields;
using LandLedger.Import.Cells;

namespace LandLedger.Import;

/// <summary>Makes issues of one file, with place and value.</summary>
internal static class FileIssues
{
    private const int MaxValue = 200;
    private const int MaxTitle = 60;

    public static void Add(
        this RawFile file,
        string code,
        Severity severity,
        params (string Name, string Value)[] arguments
    ) =>
        file.Issues.Add(
            new()
            {
                Code = code,
                Severity = severity,
                File = file.Name,
                Arguments = arguments.ToDictionary(x => x.Name, x => x.Value),
            }
        );

    public static void Add(
        this RawFile file,
        string code,
        Severity severity,
        RawColumn column,
        Field? field,
        params (string Name, string Value)[] arguments
    ) =>
        file.Issues.Add(
            new()
            {
                Code = code,
                Severity = severity,
                File = file.Name,
                Column = column.Index + 1,
                Title = Cut(column.Title),
                Field = field?.Id,
                Arguments = arguments.ToDictionary(x => x.Name, x => x.Value),
            }
        );

    public static string Cut(string text) => text.Length <= MaxValue ? text : text[..MaxValue];

    public static string Titles(IEnumerable<RawColumn> columns, int most = 40)
    {
        var titles = columns
            .Select(column => column.Title.Length <= MaxTitle ? column.Title : column.Title[..MaxTitle] + "…")
            .Where(title => !CellText.IsBlank(title))
            .ToList();
        var listed = string.Join('、', titles.Take(most));
        return titles.Count > most ? listed + " …" : listed;
    }
}
