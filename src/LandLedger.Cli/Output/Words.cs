using System.Globalization;
using LandLedger.Acreage;

namespace LandLedger.Cli.Output;

/// <summary>Short answers after something was written.</summary>
internal static class Words
{
    public static string Written(Texts texts, string path, long plots) =>
        texts.Fill("cli.written", name => name == "file" ? path : plots.ToString(CultureInfo.InvariantCulture));

    public static string Written(Texts texts, string path, AcreageSum sum) =>
        texts.Fill("cli.written-mu", name => name == "file" ? path : Of(sum, name));

    /// <summary>What a sum puts into a place of that name: counts as they are, mu to two decimals; null for another name.</summary>
    public static string? Of(AcreageSum sum, string name) =>
        name switch
        {
            "plots" => Whole(sum.Plots),
            "stated" => Mu(sum.Stated),
            "withoutStated" => Whole(sum.WithoutStated),
            "measured" => Mu(sum.Measured),
            "withoutMeasured" => Whole(sum.WithoutMeasured),
            _ => null,
        };

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Mu(Area area) => area.ToMu(2).ToString("0.00", CultureInfo.InvariantCulture);
}
