using System.Globalization;
using System.Text.RegularExpressions;
using LandLedger.Filters;

namespace LandLedger.Tests.Filters;

public sealed partial class FilterPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(TestFiles.Root, "docs", "filters.md"));

    [Fact]
    public void The_page_declares_the_classes_that_the_program_declares() =>
        Assert.Equal(
            FilterClasses.All.Select(known => (known.Name, known.IsDeclared)),
            ClassRow().Matches(Page).Select(row => (row.Groups[1].Value, row.Groups[2].Value == "yes"))
        );

    [Fact]
    public void The_page_names_the_limits()
    {
        int[] limits = [FilterLimits.Length, FilterLimits.Depth, FilterLimits.Nodes, FilterLimits.Vertices];
        Assert.All(
            limits,
            limit => Assert.Contains(limit.ToString("N0", CultureInfo.InvariantCulture), Page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_error_has_its_sentence_and_every_kind_its_word()
    {
        var root = Path.Combine(TestFiles.Root, "src");
        var sources = Directory
            .EnumerateFiles(Path.Combine(root, "LandLedger", "Filters"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "LandLedger.GeoPackage", "Filters"), "*.cs"))
            .Select(File.ReadAllText)
            .ToList();
        var keys = sources
            .SelectMany(source => ErrorCode().Matches(source))
            .Select(match => match.Groups[1].Value)
            .Concat(
                sources
                    .SelectMany(source => Wanted().Matches(source))
                    .Select(match => "expected." + match.Groups[1].Value)
            )
            .Concat(Enum.GetNames<FilterType>().Select(type => "type." + type.ToLowerInvariant()))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.InRange(keys.Count, 50, 200);
        Assert.DoesNotContain(keys, key => Texts.Chinese.Find("filter." + key) is null);
    }

    [GeneratedRegex(@"^\| `([a-z0-9-]+)` \| (yes|no) \|", RegexOptions.Multiline)]
    private static partial Regex ClassRow();

    [GeneratedRegex("""\b(?:Fail|Of|Over|Wrong)(?:<[^>(]+>)?\(\s*(?:\w+ \? )?"([a-z-]+)"(?=[,)])""")]
    private static partial Regex ErrorCode();

    [GeneratedRegex("""\b(?:Expected|Refused)(?:<[^>(]+>)?\("([a-z-]+)"(?=[,)])""")]
    private static partial Regex Wanted();
}
