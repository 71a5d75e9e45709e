using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LandLedger.Cli.Tests;

/// <summary>What was written down by hand in <c>data/park/expected-totals.yaml</c>.</summary>
internal static class ExpectedTotals
{
    private static readonly YamlMappingNode Root = Read();

    /// <summary>Plots and stated mu at a path.</summary>
    public static (int Plots, decimal Mu) At(params string[] path)
    {
        var node = Node(path);
        return ((int)Number(node["plots"]), Number(node["mu"]));
    }

    /// <summary>The names under a path, with the plots and stated mu of each.</summary>
    public static Dictionary<string, (int Plots, decimal Mu)> Under(params string[] path) =>
        Node(path)
            .Children.Keys.Select(key => ((YamlScalarNode)key).Value!)
            .ToDictionary(name => name, name => At([.. path, name]), StringComparer.Ordinal);

    public static YamlMappingNode Node(params string[] path) =>
        path.Aggregate(Root, (node, name) => (YamlMappingNode)node[name]);

    public static decimal Number(YamlNode node) =>
        decimal.Parse(((YamlScalarNode)node).Value!, CultureInfo.InvariantCulture);

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Tree.Park, "expected-totals.yaml"));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
