using System.Collections.Frozen;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Rules.Loading;

namespace LandLedger.People;

/// <summary>
/// What each role may do and see, by <c>data/people/roles.json</c>. What the file says nothing of is seen by those alone from whom nothing is
/// hidden.
/// </summary>
public static class RoleRules
{
    private const FieldGroups All = FieldGroups.Holder | FieldGroups.Figures | FieldGroups.Price | FieldGroups.Shape;

    private static readonly Tables Shipped = RuleFile.Shipped("people/roles.json", (root, _) => Read(root));

    /// <summary>Whether a role may do that.</summary>
    public static bool May(this Role role, Right right) => Shipped.May[role].Contains(right);

    /// <summary>What a role does not see.</summary>
    public static FieldGroups Hides(this Role role) => Shipped.Hides[role];

    /// <summary>The roles that may do that and from which nothing of these is hidden, in their order.</summary>
    public static IReadOnlyList<Role> With(Right right, FieldGroups seen = FieldGroups.None) =>
        [.. Enum.GetValues<Role>().Where(role => role.May(right) && (role.Hides() & seen) == FieldGroups.None)];

    /// <summary>Whether a fact, column or queryable of this name is seen where these are hidden.</summary>
    public static bool Show(this FieldGroups hidden, string name) =>
        (Shipped.Told.GetValueOrDefault(name, All) & hidden) == FieldGroups.None;

    /// <summary>The names that the file says something of.</summary>
    internal static IEnumerable<string> Names => Shipped.Told.Keys;

    private static Tables Read(Node root)
    {
        root.Only("roles", "names");
        var may = new Dictionary<Role, IReadOnlySet<Right>>();
        var hides = new Dictionary<Role, FieldGroups>();
        foreach (var node in root.Items("roles"))
        {
            node.Only("role", "may", "hides");
            if (node.Text("role") is not { } code || CodeOf<Role>(node, code, "role") is not { } role)
                continue;
            may[role] = Codes<Right>(node, "may").ToFrozenSet();
            hides[role] = Codes<FieldGroups>(node, "hides").Aggregate(FieldGroups.None, (all, one) => all | one);
            // Evidence, cases and entries of the ledger tell all that there is.
            if (hides[role] != FieldGroups.None && may[role].Any(right => right != Right.Read))
                node.Report("hides-and-may", code, "hides");
        }
        foreach (var role in Enum.GetValues<Role>().Where(role => !may.ContainsKey(role)))
            root.Report("missing-member", CodeText.Of(role), "roles");
        return new(may.ToFrozenDictionary(), hides.ToFrozenDictionary(), Told(root).ToFrozenDictionary());
    }

    /// <summary>What each name tells; a name may tell of several things.</summary>
    private static Dictionary<string, FieldGroups> Told(Node root)
    {
        var told = new Dictionary<string, FieldGroups>(StringComparer.Ordinal);
        foreach (var (of, list) in root.Members("names"))
        {
            // Under "open" stands what tells of nothing that is hidden from anybody.
            if (CodeOf<FieldGroups>(list, of == "open" ? "none" : of) is not { } group)
                continue;
            foreach (var name in root.Member("names")!.Value.Texts(of))
                told[name.Text] = told.GetValueOrDefault(name.Text) | group;
        }
        return told;
    }

    private static List<T> Codes<T>(Node node, string member)
        where T : struct, Enum => [.. node.Texts(member).Select(one => CodeOf<T>(one.Node, one.Text)).OfType<T>()];

    private static T? CodeOf<T>(Node node, string code, string? member = null)
        where T : struct, Enum
    {
        var value = CodeText.Parse<T>(code);
        if (CodeText.Of(value) == code)
            return value;
        node.Report("unknown-code", $"{code} ({string.Join(", ", Enum.GetValues<T>().Select(CodeText.Of))})", member);
        return null;
    }

    private sealed record Tables(
        FrozenDictionary<Role, IReadOnlySet<Right>> May,
        FrozenDictionary<Role, FieldGroups> Hides,
        FrozenDictionary<string, FieldGroups> Told
    );
}
