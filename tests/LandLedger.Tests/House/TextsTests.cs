using System.Text.RegularExpressions;

namespace LandLedger.Tests.House;

public partial class TextsTests
{
    [Fact]
    public void Both_languages_say_the_same_things_with_the_same_places()
    {
        Assert.Equal(
            Texts.Chinese.Keys.Order(StringComparer.Ordinal),
            Texts.English.Keys.Order(StringComparer.Ordinal)
        );
        var differing = Texts.Chinese.Keys.Where(key =>
            !Places(Texts.Chinese[key]).SetEquals(Places(Texts.English[key]))
        );
        Assert.Empty(differing);
    }

    [Fact]
    public void Chinese_texts_are_Chinese()
    {
        string[] prefixes = ["issue.", "rule.", "condition.", "measure.", "category.", "cause.", "field.", "column."];
        var foreign = Texts
            .Chinese.Keys.Where(key => prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(key =>
                key != "measure.amount" && !Texts.Chinese[key].Any(letter => letter is >= '\u4e00' and <= '\u9fff')
            );
        Assert.Empty(foreign);
    }

    /// <summary>Codes are found in the sources, so that a new issue cannot ship without its words.</summary>
    [Fact]
    public void Every_issue_of_the_core_has_its_sentence()
    {
        var sources = Directory.EnumerateFiles(
            Path.Combine(TestFiles.Root, "src", "LandLedger"),
            "*.cs",
            SearchOption.AllDirectories
        );
        var codes = sources
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => IssueCall().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.NotEmpty(codes);
        Assert.DoesNotContain(codes, code => Texts.Chinese.Find("issue." + code) is null);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex("""\.Issue\(\s*"([a-z0-9.\-]+)"\s*,""")]
    private static partial Regex IssueCall();
}
