using System.Globalization;
using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Cli.Output;

internal static class CheckTable
{
    public static void Write(Shell shell, Texts texts, StoreCheck check)
    {
        shell.WriteLine(
            texts.Fill(
                "cli.check.sum",
                name =>
                    name == "issues" ? check.Found.ToString(CultureInfo.InvariantCulture) : Words.Of(check.Sum, name)
            )
        );
        ReportTable.Write(shell, texts, check.Issues, "cli.check.more");
    }
}
