using System.Globalization;
using LandLedger.Acreage;

namespace LandLedger.Cli.Output;

/// <summary>Short answers after something was written.</summary>
internal static class Words
{
    public static string Written(Texts texts, string path, long plots) =>
        texts.Fill("cli.written", name => name == "file" ? path : plots.ToString(CultureInfo.InvariantCulture));

    public static string Written(Texts texts, string path, AcreageSum sum) =>
        texts.Fill(
            "cli.written-mu",
            name =>
                name switch
                {
                    "file" => path,
                    "plots" => sum.Plots.ToString(CultureInfo.InvariantCulture),
                    _ => sum.Stated.ToMu(2).ToString(CultureInfo.InvariantCulture),
                }
        );
}
