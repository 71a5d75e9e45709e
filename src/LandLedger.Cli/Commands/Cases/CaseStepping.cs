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
            if (CaseCommand.Find(shell, texts, opened, parsed.GetValue(number)) is not { } filed)
                return Exit.InputRefused;
            var name = parsed.GetValue(kind)!;
            var step = options.Step(parsed, name, (id, text) => filed.Case.Procedure.Read(name, id, text));
            return StepAnswer.Tell(
                shell,
                texts,
                new CaseBook(opened, HolidayCalendar.Default).Take(filed.Number, step, options.Recording(parsed))
            );
        });
        return command;
    }
}
