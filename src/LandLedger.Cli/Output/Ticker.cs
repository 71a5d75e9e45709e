using System.Globalization;

namespace LandLedger.Cli.Output;

/// <summary>Shows on the terminal how many plots have passed; counted on any thread.</summary>
internal sealed class Ticker(Shell shell, Texts texts)
{
    private const int Every = 10_000;

    private readonly Lock _lock = new();
    private long _count;

    public IEnumerable<Evaluation> Count(IEnumerable<Evaluation> evaluations)
    {
        var passed = 0;
        foreach (var evaluation in evaluations)
        {
            passed++;
            yield return evaluation;
        }
        Add(passed);
    }

    private void Add(int passed)
    {
        lock (_lock)
        {
            var shown = _count / Every;
            _count += passed;
            if (_count / Every > shown)
                shell.Error.Write(
                    "\r" + texts.Fill("cli.judged", _ => _count.ToString("N0", CultureInfo.InvariantCulture))
                );
        }
    }

    public void Clear()
    {
        if (_count >= Every)
            shell.Error.Write("\r" + new string(' ', 60) + "\r");
    }
}
