using System.Text.Json;

namespace LandLedger.Tests.Cases;

/// <summary>
/// A procedure as its files say, read here a second time and without the loader: which step leads from which state to which, and who may
/// take it.
/// </summary>
internal sealed class ProcedureModel
{
    private static readonly string Folder = Path.Combine(TestFiles.Root, "data", "cases");

    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);

    public ProcedureModel(string id)
    {
        var own = Read("procedures", id);
        Take(own, []);
        if (own.TryGetProperty("parts", out var parts))
        {
            foreach (var part in parts.EnumerateArray())
                Take(Read("parts", part.GetProperty("part").GetString()!), Texts(part, "from"));
        }
        Take(Read("parts", "common"), []);
        foreach (var step in Steps.Values.Where(step => step.From.Remove("*")))
            step.From.UnionWith(Open);
    }

    public HashSet<string> States { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Open => States.Except(_closed);

    public Dictionary<string, (HashSet<string> From, string? To, string[] Roles)> Steps { get; } =
        new(StringComparer.Ordinal);

    public bool IsClosed(string state) => _closed.Contains(state);

    public bool Allows(string? state, string step) =>
        state is null ? Steps[step].From.Count == 0 : Steps[step].From.Contains(state);

    private void Take(JsonElement file, string[] entry)
    {
        foreach (var state in Items(file, "states"))
        {
            States.Add(Text(state, "id")!);
            if (state.TryGetProperty("closed", out var closed) && closed.GetBoolean())
                _closed.Add(Text(state, "id")!);
        }
        foreach (var step in Items(file, "steps"))
        {
            var from = Texts(step, "from").SelectMany(state => state == "entry" ? entry : [state]);
            var roles = step.TryGetProperty("roles", out _) ? Texts(step, "roles") : Texts(file, "roles");
            Steps.Add(Text(step, "id")!, (from.ToHashSet(StringComparer.Ordinal), Text(step, "to"), roles));
        }
    }

    private static JsonElement Read(string folder, string id)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, folder, id + ".json")));
        return file.RootElement.Clone();
    }

    private static IEnumerable<JsonElement> Items(JsonElement node, string name) =>
        node.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static string[] Texts(JsonElement node, string name) =>
        [.. Items(node, name).Select(item => item.GetString()!)];

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var text) ? text.GetString() : null;
}
