using LandLedger.Cases;

namespace LandLedger.Cli.Output;

/// <summary>What became of a step: the state of the case now with what runs, or why it was refused and what may be done instead.</summary>
internal static class StepAnswer
{
    public static int Tell(Shell shell, Texts texts, CaseBook book, (FiledCase? Filed, StepRefusal? Refusal) answer)
    {
        if (answer.Filed is not { } filed)
        {
            shell.Error.WriteLine(answer.Refusal!.In(texts.Language));
            return Exit.InputRefused;
        }
        shell.WriteLine(texts.Fill("cli.case.taken", name => CasePage.Word(filed, name, texts)));
        foreach (var clock in filed.Case.Clocks.Where(clock => clock.IsRunning))
            shell.WriteLine(CasePage.Line(clock, book.Calendar, texts));
        CasePage.WriteOwed(shell, texts, filed.Case);
        return Exit.Done;
    }
}
