using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>Parts that procedures share, <c>data/cases/parts</c>: one for all of them, others for those that name them.</summary>
internal static class ProcedureParts
{
    private const string Folder = "cases/parts/";
    private const string Common = "common";

    private static readonly FrozenDictionary<string, JsonElement> ById = RuleFile
        .Names(Folder)
        .ToFrozenDictionary(name => name[Folder.Length..^".json".Length], Parse, StringComparer.Ordinal);

    public static IEnumerable<ProcedureSource> Of(Node procedure, List<RuleProblem> problems)
    {
        foreach (var named in procedure.Items("parts", required: false))
        {
            named.Only("part", "from");
            var entry = named.Texts("from").Select(state => state.Text).ToList();
            if (named.Text("part") is not { } id)
                continue;
            if (id == Common || !ById.ContainsKey(id))
                named.Report(
                    "unknown-part",
                    $"{id} ({string.Join(", ", ById.Keys.Where(key => key != Common))})",
                    "part"
                );
            else
                yield return new(Part(id, problems), entry);
        }
        yield return new(Part(Common, problems), []) { IsCommon = true };
    }

    private static Node Part(string id, List<RuleProblem> problems)
    {
        var node = new Node(ById[id], $"({id})", problems);
        node.Only("instruments", "clauses", "facts", "states", "clocks", "marks", "roles", "steps");
        return node;
    }

    private static JsonElement Parse(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
