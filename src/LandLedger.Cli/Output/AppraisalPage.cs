using System.Globalization;
using LandLedger.Appraisal;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>An appraisal for a reader: the package, a line a group with its counts, then a sentence a firm.</summary>
internal static class AppraisalPage
{
    public static void Write(Shell shell, ParkAppraisal appraisal, Texts texts)
    {
        var package = appraisal.Package;
        var page = new Page(shell);
        page.Line(Basis(appraisal, texts));
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts["appraisal.column.group"]);
        string[] numbers = ["appraisal.column.members", "appraisal.column.ranked", "appraisal.column.ungraded"];
        foreach (var title in numbers.Select(key => texts[key]).Concat(Enum.GetNames<Grade>()))
            table.AddColumn(new TableColumn(title).RightAligned());
        foreach (var group in appraisal.Groups)
        {
            IEnumerable<int> counts = group.Group.Bands is null ? [] : group.Counts;
            int[] firms = [group.Members, group.Ranked, group.Ungraded];
            table.AddRow([
                Markup.Escape(AppraisalExplanation.Group(group.Group, texts)),
                .. firms.Concat(counts).Select(count => count.ToString(CultureInfo.InvariantCulture)),
            ]);
        }
        page.Add(table);
        var without = appraisal.Firms.Count - appraisal.Groups.Sum(group => group.Members);
        page.Line(texts.Fill("appraisal.without", _ => without.ToString(CultureInfo.InvariantCulture)));
        foreach (var score in appraisal.Firms)
            page.Line(AppraisalExplanation.Outcome(score, package, texts));
        page.Print();
    }

    public static string Basis(ParkAppraisal appraisal, Texts texts)
    {
        var package = appraisal.Package;
        return texts.Fill(
            "appraisal.basis",
            place =>
                place switch
                {
                    "title" => package.Title[texts.Tag],
                    "package" => $"{package.Id}@{package.Version}",
                    "count" => appraisal.Firms.Count.ToString(CultureInfo.InvariantCulture),
                    "verify" => package.ToVerify.Count.ToString(CultureInfo.InvariantCulture),
                    _ => package.Unsaid.Count.ToString(CultureInfo.InvariantCulture),
                }
        );
    }
}
