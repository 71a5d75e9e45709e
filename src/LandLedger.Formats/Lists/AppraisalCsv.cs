using System.Globalization;
using System.Text;
using LandLedger.Appraisal;

namespace LandLedger.Formats.Lists;

/// <summary>
/// An appraisal as CSV of the form of <see cref="CsvList"/>: a row a firm in the order in which they came; points exact. Package, version and year stand in
/// the last columns of each row.
/// </summary>
public static class AppraisalCsv
{
    private static readonly string[] Titles =
    [
        "appraisal.column.code",
        "appraisal.column.name",
        "appraisal.column.group",
        "appraisal.column.total",
        "appraisal.column.rank",
        "appraisal.column.grade",
        "appraisal.column.outcome",
        "column.package",
        "column.version",
        "appraisal.column.year",
    ];

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(
        Stream output,
        ParkAppraisal appraisal,
        Texts texts,
        CancellationToken cancel = default
    )
    {
        var text = new StringBuilder();
        Append(text, Titles.Select(title => texts[title]));
        var package = appraisal.Package;
        foreach (var score in appraisal.Firms)
            Append(
                text,
                [
                    CsvText.Guard(score.Firm.Code),
                    CsvText.Guard(score.Firm.Name),
                    CsvText.Guard(score.Group is { } group ? AppraisalExplanation.Group(group, texts) : ""),
                    score.Total?.ToString(CultureInfo.InvariantCulture) ?? "",
                    score.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
                    $"{score.Grade}",
                    CsvText.Guard(AppraisalExplanation.Outcome(score, package, texts)),
                    CsvText.Guard(package.Id),
                    CsvText.Guard(package.Version),
                    string.Create(CultureInfo.InvariantCulture, $"{package.Year}"),
                ]
            );
        await output.WriteAsync(WithMark.GetPreamble(), cancel).ConfigureAwait(false);
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel).ConfigureAwait(false);
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(CsvText.Quote)).Append("\r\n");
}
