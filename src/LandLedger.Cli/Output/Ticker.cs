using System.Globalization;

namespace LandLedger.Cli.Output;

/// <summary>Shows on the terminal how many plots have passed.</summary>
internal static class Ticker
{
    private const int Every = 10_000;

    public static IEnumerable<Evaluation> Count(Shell shell, Texts texts, IEnumerable<Evaluation> evaluations)
    {
        long count = 0;
        foreach (var evaluation in evaluations)
        {
            if (++count % Every == 0)
                shell.Error.Write(
                    "\r" + texts.Fill("cli.judged", _ => count.ToString("N0", CultureInfo.InvariantCulture))
                );
            yield return evaluation;
        }
        if (count >= Every)
            shell.Error.Write("\r" + new string(' ', 60) + "\r");
    }
}
