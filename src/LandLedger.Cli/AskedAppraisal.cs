using System.CommandLine;
using System.Globalization;
using LandLedger.Appraisal;

namespace LandLedger.Cli;

/// <summary>The appraisal package and the price tables that a command names, or why there are none.</summary>
internal static class AskedAppraisal
{
    public static string Codes(Texts texts) => string.Join(texts["list.comma"], AppraisalPackages.Ids);

    public static string PriceCodes(Texts texts) => string.Join(texts["list.comma"], AppraisalPackages.PriceIds);

    /// <summary>The year appraised, four digits.</summary>
    public static Option<int> Year(Texts texts) =>
        new("--year")
        {
            Description = texts["cli.appraise.year"],
            HelpName = "yyyy",
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    && year is >= 2000 and <= 2100
                )
                    return year;
                result.AddError(texts.Fill("cli.appraise.year-wrong", _ => text));
                return 0;
            },
        };

    /// <summary>The package of an id or in a file, for a year.</summary>
    /// <exception cref="UsageException">There is none, it is not well-formed, or it is of another year.</exception>
    public static AppraisalPackage Package(string asked, int year, Texts texts)
    {
        var package = AppraisalPackages.Find(asked) ?? Read(asked, texts);
        return package.Year is { } own && own != year
            ? throw new UsageException(
                texts.Fill(
                    "cli.appraise.other-year",
                    place => (place == "year" ? own : year).ToString(CultureInfo.InvariantCulture)
                )
            )
            : package.For(year);
    }

    /// <summary>The table of an id.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static PriceTable Prices(string asked, Texts texts) =>
        AppraisalPackages.FindPrices(asked)
        ?? throw new UsageException(
            texts.Fill("cli.appraise.prices-unknown", place => place == "value" ? asked : PriceCodes(texts))
        );

    private static AppraisalPackage Read(string asked, Texts texts)
    {
        if (!File.Exists(asked))
            throw new UsageException(
                texts.Fill("cli.appraise.package-unknown", place => place == "value" ? asked : Codes(texts))
            );
        using var file = FileException.At(asked, () => File.OpenRead(asked));
        var (package, problems) = AppraisalPackages.Read(file);
        return package
            ?? throw new UsageException(
                texts.Fill("cli.rules.refused", _ => asked)
                    + "\n"
                    + string.Join("\n", problems.Select(problem => "  " + problem.In(texts.Language)))
            );
    }
}
