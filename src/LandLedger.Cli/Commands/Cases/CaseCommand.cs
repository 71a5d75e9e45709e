using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Office;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case …</c>: what is done about plots, step by step.</summary>
internal static class CaseCommand
{
    public static Command Of(Shell shell, Texts texts) =>
        new("case", texts["cli.case"])
        {
            CaseList.Of(shell, texts),
            CaseShow.Of(shell, texts),
            CaseOpen.Of(shell, texts),
            CaseStepping.Of(shell, texts),
            CaseAllowed.Of(shell, texts),
            CaseDue.Of(shell, texts),
            CasePaper.Of(shell, texts),
            CaseEvidence.Of(shell, texts),
        };

    public static Argument<CaseNumber> Number(Texts texts) => Asked.Number("cli.case.number", CaseNumber.Parse, texts);

    /// <summary>The case, or null once it is told that there is none.</summary>
    public static BookedCase? Find(Shell shell, Texts texts, IPlotStore store, CaseNumber number)
    {
        var booked = new CaseBook(store, OfficeBook.CalendarOf(store.Ledger)).Find(number);
        if (booked is null)
            shell.Error.WriteLine(CaseBook.Unknown(number).In(texts.Language));
        return booked;
    }

    /// <summary>A case that is judged by its procedure, or null once it is told that there is none, or which procedure is not at hand.</summary>
    public static FiledCase? Judged(Shell shell, Texts texts, IPlotStore store, CaseNumber number)
    {
        var (filed, refusal) = new CaseBook(store, OfficeBook.CalendarOf(store.Ledger)).Judged(number);
        if (filed is null)
            shell.Error.WriteLine(refusal!.In(texts.Language));
        return filed;
    }
}
