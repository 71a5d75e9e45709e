using System.Globalization;
using LandLedger.Fields;

namespace LandLedger.Import.Checks;

/// <summary>
/// Whether the days of a plot can follow each other as written. Equal days are in order. Delivery before signing happens and is
/// not named, nor is a permit after the start: that is a finding of law, not a slip of the pen.
/// </summary>
public static class DateOrder
{
    private static readonly (Field Earlier, Field Later)[] Pairs =
    [
        (PlotFields.SignedOn, PlotFields.AgreedStart),
        (PlotFields.SignedOn, PlotFields.AgreedCompletion),
        (PlotFields.SignedOn, PlotFields.BegunOn),
        (PlotFields.AgreedStart, PlotFields.AgreedCompletion),
        (PlotFields.AgreedDelivery, PlotFields.AgreedCompletion),
        (PlotFields.BegunOn, PlotFields.CompletedOn),
        (PlotFields.PermitOn, PlotFields.CompletedOn),
        (PlotFields.BegunOn, PlotFields.SuspendedOn),
        (PlotFields.SuspendedOn, PlotFields.ResumedOn),
    ];

    /// <summary>A warning <c>dates.order</c> for each impossible pair, with both fields and both days.</summary>
    /// <param name="plot">As it would be stored.</param>
    /// <param name="file">Where the plot came from, for the issues.</param>
    /// <param name="line">1-based line or null.</param>
    public static IReadOnlyList<ImportIssue> Check(Plot plot, string file, int? line)
    {
        List<ImportIssue>? issues = null;
        foreach (var (earlier, later) in Pairs)
            Compare(earlier.Id, earlier.Of(plot).Date, later.Id, later.Of(plot).Date);
        foreach (var supplement in plot.Grant.Supplements)
        {
            Compare(PlotFields.SignedOn.Id, plot.Grant.SignedOn, RowFields.SupplementOn.Id, supplement.SignedOn);
            // A start that only says again what the contract says is no new one.
            if (supplement.AgreedStart != plot.Grant.AgreedStart)
                Compare(
                    RowFields.SupplementOn.Id,
                    supplement.SignedOn,
                    RowFields.SupplementStart.Id,
                    supplement.AgreedStart
                );
            Compare(
                RowFields.SupplementStart.Id,
                supplement.AgreedStart,
                RowFields.SupplementCompletion.Id,
                supplement.AgreedCompletion
            );
        }
        foreach (var delay in plot.Delays)
            Compare(RowFields.DelayFrom.Id, delay.From, RowFields.DelayTo.Id, delay.To);
        foreach (var charge in plot.Charges)
            Compare(
                RowFields.ChargeRegisteredOn.Id,
                charge.RegisteredOn,
                RowFields.ChargeReleasedOn.Id,
                charge.ReleasedOn
            );
        return issues ?? (IReadOnlyList<ImportIssue>)[];

        void Compare(string earlierField, DateOnly? first, string laterField, DateOnly? second)
        {
            if (first is { } before && second is { } after && after < before)
                (issues ??= []).Add(Issue(plot, file, line, earlierField, before, laterField, after));
        }
    }

    /// <summary>The pairs of which the row states a day, at its cell: the later day where both are its own. What other files say was told when they came in.</summary>
    internal static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot)
    {
        foreach (var issue in Check(plot, row.File, row.Line))
        {
            var told = issue.Arguments;
            if (Stated(row, told["later"], told["laterDay"]) is { } later)
                yield return issue.At(row, later);
            else if (Stated(row, told["earlier"], told["earlierDay"]) is { } earlier)
                yield return issue.At(row, earlier);
        }
    }

    private static Field? Stated(ParsedRow row, string field, string day) =>
        RowFields.Find(field) is { } found && row.Fact(found).ToString() == day ? found : null;

    private static ImportIssue Issue(
        Plot plot,
        string file,
        int? line,
        string earlier,
        DateOnly before,
        string later,
        DateOnly after
    ) =>
        new()
        {
            Code = "dates.order",
            Severity = Severity.Warn,
            File = file,
            Line = line,
            Field = later,
            Value = Day(after),
            Plot = plot.Number,
            Arguments = new Dictionary<string, string>
            {
                ["earlier"] = earlier,
                ["earlierDay"] = Day(before),
                ["later"] = later,
                ["laterDay"] = Day(after),
            },
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
