using LandLedger.Appraisal.Loading;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Appraisal;

/// <summary>The appraisal packages and price tables that come with LandLedger, and the readers of a county's own files.</summary>
public static class AppraisalPackages
{
    private const string Folder = "appraisal/";
    private const string PriceFolder = "appraisal/prices/";

    /// <summary>The ids of the packages, in order, for which none is read.</summary>
    public static IEnumerable<string> Ids => RuleFile.Ids(Folder);

    /// <summary>The ids of the price tables, in order, for which none is read.</summary>
    public static IEnumerable<string> PriceIds => RuleFile.Ids(PriceFolder);

    /// <summary>In order of ids.</summary>
    public static IReadOnlyList<AppraisalPackage> All { get; } =
    [.. RuleFile.Names(Folder).Select(name => RuleFile.Shipped<AppraisalPackage>(name, AppraisalText.Read))];

    /// <summary>In order of ids.</summary>
    public static IReadOnlyList<PriceTable> Prices { get; } =
    [.. RuleFile.Names(PriceFolder).Select(name => RuleFile.Shipped<PriceTable>(name, TreatmentText.Prices))];

    public static AppraisalPackage? Find(string id) => All.FirstOrDefault(package => package.Id == id);

    public static PriceTable? FindPrices(string id) => Prices.FirstOrDefault(table => table.Id == id);

    /// <summary>
    /// Reads a package. Either there is one, or there are problems: a file with any fault is refused as a whole and every fault is named with its
    /// place. The id of one that comes with LandLedger is not to be had.
    /// </summary>
    public static (AppraisalPackage? Package, IReadOnlyList<RuleProblem> Problems) Read(Stream file) =>
        RuleFile.Read<AppraisalPackage>(file, AppraisalText.Read) is var read
        && read.Value is { } package
        && Find(package.Id) is not null
            ? (null, [new("appraisal-taken", "id", package.Id)])
            : read;

    /// <summary>Reads a table of prices, as <see cref="Read"/> does a package.</summary>
    public static (PriceTable? Prices, IReadOnlyList<RuleProblem> Problems) ReadPrices(Stream file) =>
        RuleFile.Read<PriceTable>(file, TreatmentText.Prices) is var read
        && read.Value is { } table
        && FindPrices(table.Id) is not null
            ? (null, [new("appraisal-taken", "id", table.Id)])
            : read;
}
