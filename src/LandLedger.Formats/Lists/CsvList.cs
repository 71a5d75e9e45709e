using System.Globalization;
using System.Text;
using LandLedger.Disposal;

namespace LandLedger.Formats.Lists;

/// <summary>
/// A disposal list as CSV that Chinese Excel opens right: UTF-8 with byte-order mark, CRLF, titles in the first line, the rows,
/// nothing else. Day, package, version and data stand in the last columns of each row.
/// </summary>
public static class CsvList
{
    private const int FlushAt = 32 * 1024;

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static Task WriteAsync(Stream output, DisposalList list, CancellationToken cancel = default) =>
        WriteAsync(output, list.Contents, cancel);

    /// <summary>The same of what a list says; one that was issued has its number behind that, and an extract that it is one.</summary>
    public static async Task WriteAsync(Stream output, ListContents list, CancellationToken cancel = default)
    {
        await output.WriteAsync(WithMark.GetPreamble(), cancel).ConfigureAwait(false);
        var text = new StringBuilder(FlushAt * 2);
        foreach (var column in list.Columns.Concat(DisposalColumns.Judged))
            text.Append(CsvText.Quote(column.Title(list.Texts))).Append(',');
        var (basis, issued) = (list.Basis, list.Basis.Number is not null);
        text.Append(CsvText.Quote(list.Texts["list.data"]))
            .Append(issued ? "," + CsvText.Quote(list.Texts["list.number"]) : "")
            .Append(basis.IsExtract ? "," + CsvText.Quote(list.Texts["list.extract"]) : "")
            .Append("\r\n");
        var end = $"{Fact.Of(basis.AsOf)},{Cell(basis.Package)},{Cell(basis.Version)},{Cell(basis.Data ?? "")}";
        if (issued)
            end += "," + Cell(basis.Number!);
        if (basis.IsExtract)
            end += "," + list.Texts["list.yes"];
        foreach (var line in list.Lines)
        {
            foreach (var column in list.Columns)
            {
                Append(text, column, line[column], list.Texts);
                text.Append(',');
            }
            text.Append(end).Append("\r\n");
            if (text.Length > FlushAt)
                await Flush().ConfigureAwait(false);
        }
        await Flush().ConfigureAwait(false);

        async Task Flush()
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel).ConfigureAwait(false);
            text.Clear();
        }
    }

    private static string Cell(string text) => CsvText.Quote(CsvText.Guard(text));

    private static void Append(StringBuilder text, DisposalColumn column, Fact fact, Texts texts)
    {
        switch (fact.Kind)
        {
            case FactKind.Text:
                text.Append(Cell(column.Words(fact, texts)!));
                break;
            case FactKind.Flag:
                text.Append(texts[fact.Flag!.Value ? "list.yes" : "list.no"]);
                break;
            case FactKind.Number or FactKind.Date:
                text.Append(CultureInfo.InvariantCulture, $"{fact}");
                break;
        }
    }
}
