using System.Collections.Frozen;
using System.Text.Json;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>Parts that procedures share, <c>data/cases/parts</c>: one for all of them, others for those that name them.</summary>
internal static class ProcedureParts
{
    private const string Folder = "cases/parts/";
    private const string Common = "common";

    /// <summary>Those that come with LandLedger, by id.</summary>
    public static FrozenDictionary<string, JsonElement> Shipped { get; } =
        RuleFile
            .Names(Folder)
            .ToFrozenDictionary(name => name[Folder.Length..^".json".Length], RuleFile.Element, StringComparer.Ordinal);

    /// <summary>Those that a procedure takes in, with what each of them is.</summary>
    /// <param name="known">Those that there are, by id.</param>
    public static IEnumerable<(string Id, ProcedureSource Source)> Of(
        Node procedure,
        IReadOnlyDictionary<string, JsonElement> known,
        List<RuleProblem> problems
    )
    {
        foreach (var named in procedure.Items("parts", required: false))
        {
            named.Only("part", "from");
            var entry = named.Texts("from").Select(state => state.Text).ToList();
            if (named.Text("part") is not { } id)
                continue;
            if (id == Common || !known.ContainsKey(id))
                named.Report(
                    "unknown-part",
                    $"{id} ({string.Join(", ", known.Keys.Where(key => key != Common))})",
                    "part"
                );
            else
                yield return (id, new(Part(id), entry));
        }
        yield return (Common, new(Part(Common), []) { IsCommon = true });

        Node Part(string id)
        {
            var node = new Node(known[id], $"({id})", problems);
            node.Only("instruments", "clauses", "facts", "states", "clocks", "marks", "roles", "steps");
            return node;
        }
    }
}
