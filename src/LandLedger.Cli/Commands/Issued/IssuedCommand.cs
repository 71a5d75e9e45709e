using System.CommandLine;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Cli.Commands.Issued;

/// <summary><c>landledger issued …</c>: lists that were issued, and what is done about them.</summary>
internal static class IssuedCommand
{
    public static Command Of(Shell shell, Texts texts) =>
        new("issued", texts["cli.issued"])
        {
            IssuedShow.ListOf(shell, texts),
            IssuedShow.Of(shell, texts),
            IssuedWrite.Of(shell, texts),
            IssuedAgain.Of(shell, texts),
            IssuedSteps.Publish(shell, texts),
            IssuedSteps.Object(shell, texts),
            IssuedSteps.Decide(shell, texts),
            IssuedSteps.Close(shell, texts),
        };

    public static Argument<ListNumber> Number(Texts texts) =>
        Asked.Number("cli.issued.number", ListNumber.Parse, texts);

    /// <summary>The list, or null once it is told that there is none.</summary>
    public static IssuedList? Find(Shell shell, Texts texts, IPlotStore store, ListNumber number)
    {
        var list = new ListBook(store).Find(number);
        if (list is null)
            shell.Error.WriteLine(ListBook.Unknown(number).In(texts.Language));
        return list;
    }
}
