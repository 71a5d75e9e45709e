using System.Collections.Frozen;
using System.Reflection;

namespace LandLedger.Import;

/// <summary>The layouts that come with the program, and the reading of others.</summary>
public static class Layouts
{
    private const string Prefix = "layouts/";

    private static readonly FrozenDictionary<string, Layout> BuiltIn = Load().ToFrozenDictionary(x => x.Id);

    /// <summary>Built-in layouts, by id in ordinal order.</summary>
    public static IReadOnlyList<Layout> All { get; } = [.. BuiltIn.Values.OrderBy(x => x.Id, StringComparer.Ordinal)];

    /// <summary>Null for a foreign id.</summary>
    public static Layout? Find(string id) => BuiltIn.GetValueOrDefault(id);

    /// <summary>A layout in JSON, UTF-8.</summary>
    /// <exception cref="FormatException">It is no layout; the message says where and why.</exception>
    public static Layout Read(Stream json) => LayoutJson.Read(json);

    private static IEnumerable<Layout> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return Read(stream);
        }
    }
}
