using System.Globalization;
using LandLedger.Acreage;
using LandLedger.Ledger;

namespace LandLedger.Cli.Output;

/// <summary>Short answers, and what stands in their places.</summary>
internal static class Words
{
    public static string Written(Texts texts, string path, long plots) =>
        texts.Fill("cli.written", name => name == "file" ? path : plots.ToString(CultureInfo.InvariantCulture));

    public static string Written(Texts texts, string path, AcreageSum sum) =>
        texts.Fill("cli.written-mu", name => name == "file" ? path : Of(sum, name));

    /// <summary>As of which day and by which package.</summary>
    public static string Basis(OpenPark park) =>
        park.Texts.Fill(
            "cli.basis",
            name =>
                name switch
                {
                    "asOf" => Day(park.AsOf),
                    "package" => park.Rules.Id,
                    "version" => park.Rules.Version,
                    _ => park.Rules.Title[park.Texts.Tag],
                }
        );

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

    public static string Of(Texts texts, LedgerFault fault) =>
        texts.Fill(
            "ledger." + fault.Code,
            name =>
                fault.Arguments.GetValueOrDefault(name)
                ?? (name == "number" ? fault.Number?.ToString(CultureInfo.InvariantCulture) : fault.About)
        );

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Whole(int count) => Count(count);

    private static string Mu(Area area) => area.ToMu(2).ToString("0.00", CultureInfo.InvariantCulture);
}
