using LandLedger.Cases.Loading;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases;

/// <summary>The procedures that come with LandLedger, and the reader of a county's own.</summary>
public static class Procedures
{
    /// <summary>All that come with LandLedger, in order of ids, then of versions. A case keeps the version that it was opened under.</summary>
    public static IReadOnlyList<Procedure> All { get; } =
    [
        .. RuleFile
            .Names("cases/procedures/")
            .Select(name => RuleFile.Shipped(name, ProcedureText.Read))
            .OrderBy(procedure => procedure.Id, StringComparer.Ordinal)
            .ThenBy(procedure => procedure.Version, StringComparer.Ordinal),
    ];

    /// <summary>The last version of a procedure.</summary>
    public static Procedure? Find(string id) => All.LastOrDefault(procedure => procedure.Id == id);

    public static Procedure? Find(string id, string version) =>
        All.FirstOrDefault(procedure => procedure.Id == id && procedure.Version == version);

    /// <summary>
    /// Reads a procedure file: there is a procedure, or every fault with its place. The id of a procedure that comes with LandLedger is not
    /// to be had: cases name what they follow by it.
    /// </summary>
    public static (Procedure? Procedure, IReadOnlyList<RuleProblem> Problems) Read(Stream file) =>
        RuleFile.Read(file, ProcedureText.Read) is var read && read.Value is { } own && Find(own.Id) is not null
            ? (null, [new("procedure-taken", "id", own.Id)])
            : read;
}
