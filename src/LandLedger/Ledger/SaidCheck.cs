using System.Collections.Frozen;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Issuing;
using LandLedger.Office;

namespace LandLedger.Ledger;

/// <summary>
/// Whether what an entry says can be laid: each member is one that its subject has and of the shape that is written for it, and the subject
/// is the one that it names. The chain tells that bytes were altered; this tells which of them can no longer be read.
/// </summary>
internal static class SaidCheck
{
    private static readonly FrozenSet<string> OfPlots = PlotMember
        .All.Select(member => member.Name)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfFirms = FirmSaid.All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first member that is wrong, or null.</summary>
    public static string? Wrong(LedgerEntry entry)
    {
        if (Subject.PlotOf(entry.About) is { } plot)
            return OfPlot(entry, plot.County, plot.Number);
        if (Subject.CaseOf(entry.About) is not null)
            return StepSaid.Read(entry) is null ? StepSaid.Step : null;
        if (Subject.ListOf(entry.About) is { } number)
            return Wrong(() => OfList(entry, number), entry.Kind == EntryKind.Step ? ListStepSaid.Step : Members.Says);
        if (Subject.ListOfRow(entry.About) is not null)
            return Wrong(() => RowSaid.Read(entry.Says), RowSaid.Cells);
        if (Subject.RulesOf(entry.About) is not null)
            return Wrong(() => RulesSaid.Read(entry), RulesSaid.Text);
        if (entry.About.StartsWith(Subject.Office, StringComparison.Ordinal))
            return Wrong(() => OfficeSaid.Files(entry).ToList(), OfficeSaid.File);
        return entry.About.StartsWith(Subject.Firms, StringComparison.Ordinal) && entry.Into is null
            ? OfFirm(entry)
            : null;
    }

    private static object OfList(LedgerEntry entry, string number) =>
        entry.Kind == EntryKind.Step
            ? ListStepSaid.Read(entry.Says)
            : ListSaid.Read(
                ListNumber.Parse(number) ?? throw new FormatException(number),
                entry.At,
                entry.Number,
                entry.Says
            );

    /// <summary>The member where reading fails, or null.</summary>
    private static string? Wrong(Func<object> read, string member)
    {
        try
        {
            _ = read();
            return null;
        }
        catch (Exception e) when (SaidJson.IsUnreadable(e))
        {
            return member;
        }
    }

    private static string? OfPlot(LedgerEntry entry, string county, string number)
    {
        if (Read(entry.Says.EnumerateObject()) is not { } plot)
            return entry.Says.EnumerateObject().Where(member => Read([member]) is null).Select(Name).First();
        if (Unknown(entry, OfPlots) is { } unknown)
            return unknown;
        var whole = PlotState.TellsWhole(entry) && entry.Into is null;
        if (whole ? plot.Number != number : plot.Number is { } named && named != number)
            return PlotFields.Plot.Id;
        return plot.County != county && (whole || plot.County.Length > 0) ? PlotFields.County.Id : null;
    }

    private static string? OfFirm(LedgerEntry entry)
    {
        try
        {
            var firm = FirmSaid.Read(entry.Says);
            return Unknown(entry, OfFirms) ?? (Subject.OfFirm(firm.Key) == entry.About ? null : FirmSaid.Name);
        }
        catch (Exception e) when (SaidJson.IsUnreadable(e))
        {
            return Members.Says;
        }
    }

    private static string? Unknown(LedgerEntry entry, FrozenSet<string> known) =>
        entry.Says.EnumerateObject().Select(Name).FirstOrDefault(name => !known.Contains(name));

    private static Plot? Read(IEnumerable<JsonProperty> said)
    {
        var state = new PlotState();
        try
        {
            foreach (var member in said)
                state.Lay(member, 0);
            return state.Read();
        }
        catch (Exception e) when (SaidJson.IsUnreadable(e))
        {
            return null;
        }
    }

    /// <summary>Its name; that of all that is said where bytes of the name are no text.</summary>
    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return Members.Says;
        }
    }
}
