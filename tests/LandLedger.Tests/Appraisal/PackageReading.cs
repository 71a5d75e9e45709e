using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Appraisal;
using LandLedger.Rules;

namespace LandLedger.Tests.Appraisal;

/// <summary>Packages of <c>tests/cases/appraisal</c>, as they stand and with a change.</summary>
internal static class PackageReading
{
    public static AppraisalPackage Package(string name)
    {
        if (!name.EndsWith(".json", StringComparison.Ordinal))
            return AppraisalPackages.Find(name) ?? throw new FormatException($"no package {name}");
        var (package, problems) = Read(Text(name));
        return package ?? throw new FormatException($"{name}: {string.Join("; ", problems)}");
    }

    public static string Text(string name) => File.ReadAllText(TestFiles.Case("appraisal", name));

    /// <summary>The problems of a package with one member set to a value (JSON), or taken away where there is none.</summary>
    public static IReadOnlyList<RuleProblem> Spoilt(string name, string place, string? value)
    {
        var root = JsonNode.Parse(Text(name))!;
        var (at, parts) = (root, place.Split('.'));
        foreach (var part in parts[..^1])
            at = int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var index)
                ? at[index]!
                : at[part]!;
        if (value is null)
            at.AsObject().Remove(parts[^1]);
        else
            at[parts[^1]] = JsonNode.Parse(value);
        return Read(root.ToJsonString()).Problems;
    }

    public static (AppraisalPackage? Package, IReadOnlyList<RuleProblem> Problems) Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return AppraisalPackages.Read(stream);
    }
}
