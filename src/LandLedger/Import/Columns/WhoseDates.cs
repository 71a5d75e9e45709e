using LandLedger.Fields;

namespace LandLedger.Import.Columns;

/// <summary>Whether days that titles call those of a contract could be those of a supplement of which a table tells without its own days.</summary>
internal static class WhoseDates
{
    private static readonly Field[] OfContract =
    [
        PlotFields.SignedOn,
        PlotFields.AgreedStart,
        PlotFields.AgreedCompletion,
    ];

    /// <summary>
    /// <c>supplement.dates-unclear</c> where the table tells of nothing else: to take them for the contract's would move the day by which the
    /// plot had to be begun. A warning <c>supplement.reason-alone</c> in a ledger. A layout that somebody made says whose they are.
    /// </summary>
    /// <returns>Whether the table can be read.</returns>
    public static bool AreClear(ColumnMap columns, RawFile file)
    {
        if (
            columns.Find(RowFields.SupplementReason) is not { } reason
            || RowFields.Supplements.Any(field =>
                field != RowFields.SupplementReason && columns.Find(field) is not null
            )
            || !ReferenceEquals(Layouts.Find(columns.Layout.Id), columns.Layout)
        )
            return true;
        var dates = columns.Columns.Where(column => OfContract.Contains(column.Field)).ToList();
        if (dates.Count == 0)
            return true;
        var isLedger = columns.Columns.Any(column =>
            column != reason && !dates.Contains(column) && !RecordParser.Naming.Contains(column.Field)
        );
        file.Add(
            isLedger ? "supplement.reason-alone" : "supplement.dates-unclear",
            isLedger ? Severity.Warn : Severity.Refuse,
            ("reason", reason.Column.Title),
            ("titles", FileIssues.Titles(dates.Select(column => column.Column)))
        );
        return isLedger;
    }
}
