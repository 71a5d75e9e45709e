using LandLedger.Turns;

namespace LandLedger.Cli.Output;

/// <summary>The class history of a plot for a reader: a line for each run of days, below it by which case it counted so, and why.</summary>
internal static class ClassesPage
{
    public static void Write(Shell shell, Texts texts, IEnumerable<ClassSpan> spans)
    {
        foreach (var span in spans)
        {
            shell.WriteLine(
                texts.Fill(
                    "cli.classes.span",
                    name =>
                        name switch
                        {
                            "since" => Words.Day(span.Since),
                            "until" => Words.Day(span.Until),
                            _ => TurnWords.Class(span.Class, texts),
                        }
                )
            );
            if (span.SetBasis(texts) is { } basis)
                shell.WriteLine("    " + basis);
            if (span.Reason(texts) is { } reason)
                shell.WriteLine("    " + reason);
        }
    }
}
