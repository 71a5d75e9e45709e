using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Import;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case step NUMBER KIND --day DATE --role ROLE --store S</c></summary>
internal static class CaseStepping
{
    public static Command Of(Shell shell, Texts texts)
    {
        var number = CaseCommand.Number(texts);
        var kind = new Argument<string>("KIND") { Description = texts["cli.case.kind"] };
        UsageProblems.NoOptions(kind, texts);
        var store = Asked.Store(texts);
        var options = new StepOptions(shell, texts);
        var command = new Command("step", texts["cli.case.step"]) { number, kind, store };
        options.AddTo(command);
        command.Options.Add(Asked.Lang(texts));
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Write);
            var (of, name) = (parsed.GetValue(number), parsed.GetValue(kind)!);
            var book = options.Book(opened, parsed);
            var (rules, missing) = book.Follows(of);
            if (rules is null)
                return StepAnswer.Tell(shell, texts, book, (null, missing));
            var step = options.Step(parsed, name, (id, text) => rules.Read(name, id, text));
            return StepAnswer.Tell(shell, texts, book, book.Take(of, step, options.Recording(parsed)));
        });
        return command;
    }
}
