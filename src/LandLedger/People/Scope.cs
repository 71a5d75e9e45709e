using System.Text.Encodings.Web;
using System.Text.Json;

namespace LandLedger.People;

/// <summary>
/// The plots that a user sees (数据范围): those of some counties and of some zones. Where both are named a plot must be of one of each; a plot
/// whose county or zone nobody has said is in no scope that names some.
/// </summary>
public sealed class Scope : IEquatable<Scope>
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _text;

    /// <summary>Each name counts once, in any order.</summary>
    /// <param name="counties">County codes of six digits; empty for all.</param>
    /// <param name="zones">Names of zones as plots have them; empty for all.</param>
    public Scope(IEnumerable<string> counties, IEnumerable<string> zones)
    {
        Counties = [.. counties.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Zones = [.. zones.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _text = JsonSerializer.Serialize(new[] { Counties, Zones }, Form);
    }

    /// <summary>All plots.</summary>
    public static Scope All { get; } = new([], []);

    /// <summary>In ordinal order; empty for all.</summary>
    public IReadOnlyList<string> Counties { get; }

    /// <summary>In ordinal order; empty for all.</summary>
    public IReadOnlyList<string> Zones { get; }

    public bool IsAll => Counties.Count == 0 && Zones.Count == 0;

    /// <summary>Whether a plot is in it.</summary>
    /// <param name="county">Empty while nobody has said.</param>
    public bool Holds(string county, string? zone) =>
        (Counties.Count == 0 || Counties.Contains(county))
        && (Zones.Count == 0 || (zone is not null && Zones.Contains(zone)));

    public bool Equals(Scope? other) => other is not null && other._text == _text;

    public override bool Equals(object? obj) => Equals(obj as Scope);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>A text that no other scope has: an array of the counties and one of the zones, in JSON.</summary>
    public override string ToString() => _text;

    /// <summary>The scope of such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Scope Parse(string text)
    {
        try
        {
            return
                JsonSerializer.Deserialize<string?[]?[]>(text) is [{ } counties, { } zones]
                && !counties.Contains(null)
                && !zones.Contains(null)
                ? new(counties!, zones!)
                : throw new FormatException(text);
        }
        catch (JsonException e)
        {
            throw new FormatException(text, e);
        }
    }
}
