using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Rules.Loading;

/// <summary>Reads the value and the unit of a number of law, and holds both to what the rules expect.</summary>
internal static class NumberText
{
    private const string Per = "-per-";

    public static (decimal Numerator, decimal Denominator)? Value(Node node)
    {
        if (node.Member("value") is not { } value)
            return null;
        if (value.Element.ValueKind == JsonValueKind.Number && value.Element.TryGetDecimal(out var plain) && plain >= 0)
            return (plain, 1m);
        if (value.Element.ValueKind == JsonValueKind.String && Fraction(value.Element.GetString()!) is { } fraction)
            return fraction;
        value.Report("bad-value", value.Element.GetRawText());
        return null;
    }

    public static Unit? Unit(Node node, string? id)
    {
        if (node.Text("unit") is not { } written)
            return null;
        var code = written.Replace("/", Per, StringComparison.Ordinal);
        var known = CodeText.All(typeof(Unit));
        if (!known.Contains(code, StringComparer.Ordinal))
        {
            node.Report("unknown-unit", $"{written} ({string.Join(", ", known.Select(Written))})", "unit");
            return null;
        }
        var unit = CodeText.Parse<Unit>(code);
        if (id is null)
            return unit;
        if (RuleList.FindNumber(id) is not { } key)
            node.Report("unknown-number", id, "id");
        else if (id.Length > key.Id.Length && !IsSector(id.AsSpan(key.Id.Length + 1)))
            node.Report("unknown-sector", id, "id");
        else if (key.Unit != unit)
            node.Report("wrong-unit", Written(CodeText.Of(key.Unit)), "unit");
        return unit;
    }

    /// <summary>Two to four digits of GB/T 4754, without the letter of the section.</summary>
    private static bool IsSector(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= 4 && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>As answers and pages write it: yuan/mu.</summary>
    private static string Written(string code) => code.Replace(Per, "/", StringComparison.Ordinal);

    /// <summary>Notes a value that no number of that unit can have.</summary>
    public static bool IsPossible(Node node, (decimal Numerator, decimal Denominator) value, Unit unit)
    {
        if (UnitRange.Problem(value.Numerator / value.Denominator, unit) is not { } code)
            return true;
        var written = node.Member("value")!.Value.Element;
        node.Report(code, $"{written} ({UnitRange.Of(unit)})", "value");
        return false;
    }

    private static (decimal, decimal)? Fraction(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return
            slash > 0
            && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var upper)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var lower)
            && lower > 0
            ? (upper, lower)
            : null;
    }
}
