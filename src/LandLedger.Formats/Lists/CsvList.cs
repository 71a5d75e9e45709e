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

    public static async Task WriteAsync(Stream output, DisposalList list, CancellationToken cancel = default)
    {
        DisposalColumn[] columns = [.. DisposalColumns.Listed, .. DisposalColumns.Judged];
        await output.WriteAsync(WithMark.GetPreamble(), cancel).ConfigureAwait(false);
        var text = new StringBuilder(FlushAt * 2);
        foreach (var column in columns)
            text.Append(CsvText.Quote(column.Title(list.Texts))).Append(',');
        text.Append(CsvText.Quote(list.Texts["list.data"])).Append("\r\n");
        var data = CsvText.Quote(CsvText.Guard(list.Basis.Data ?? ""));
        foreach (var row in list.Rows)
        {
            foreach (var column in columns)
            {
                Append(text, column, column.Of(row), list.Texts);
                text.Append(',');
            }
            text.Append(data).Append("\r\n");
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

    private static void Append(StringBuilder text, DisposalColumn column, Fact fact, Texts texts)
    {
        switch (fact.Kind)
        {
            case FactKind.Text:
                text.Append(CsvText.Quote(CsvText.Guard(column.Words(fact, texts)!)));
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
