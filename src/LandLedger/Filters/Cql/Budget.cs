using System.Globalization;

namespace LandLedger.Filters.Cql;

/// <summary>What is left of the limits while a filter is read. Each call is false once its limit is passed.</summary>
/// <param name="steps">How far the reader may go into itself.</param>
internal sealed class Budget(int steps)
{
    private int _depth;
    private int _nodes;
    private int _vertices;

    /// <summary>The limit that was passed, or null.</summary>
    public FilterError? Exceeded { get; private set; }

    public static FilterError TooDeep => Over("too-deep", FilterLimits.Depth);

    public static FilterError? OfLength(int length) =>
        length > FilterLimits.Length ? Over("too-long", FilterLimits.Length) : null;

    public bool Enter() => ++_depth <= steps || Refuse(TooDeep);

    public void Leave(int levels = 1) => _depth -= levels;

    public bool Node() => ++_nodes <= FilterLimits.Nodes || Refuse(Over("too-many", FilterLimits.Nodes));

    public bool Vertex() =>
        ++_vertices <= FilterLimits.Vertices || Refuse(Over("too-many-vertices", FilterLimits.Vertices));

    private bool Refuse(FilterError error)
    {
        Exceeded ??= error;
        return false;
    }

    private static FilterError Over(string code, int limit) =>
        FilterError.Of(code, ("limit", limit.ToString("N0", CultureInfo.InvariantCulture)));
}
