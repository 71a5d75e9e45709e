using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Cli.Output;

internal static class CheckTable
{
    public static void Write(Shell shell, Texts texts, StoreCheck check)
    {
        shell.WriteLine(
            texts.Fill(
                "cli.check.sum",
                name =>
                    name switch
                    {
                        "plots" => check.Plots.ToString(CultureInfo.InvariantCulture),
                        "stated" => check.Stated.ToMu(2).ToString(CultureInfo.InvariantCulture),
                        "measured" => check.Measured.ToMu(2).ToString(CultureInfo.InvariantCulture),
                        _ => check.Issues.Count.ToString(CultureInfo.InvariantCulture),
                    }
            )
        );
        ReportTable.Write(shell, texts, check.Issues);
    }
}
