using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Formats.Papers;

/// <summary>Something that a paper has to state, and the facts that state it.</summary>
internal sealed record PaperItem(IReadOnlyList<string> Facts, IReadOnlyDictionary<string, string> Title);

/// <summary>What a paper has to state, by which clauses of the law of idle land (<c>data/papers/contents.json</c>).</summary>
internal sealed record PaperContents(IReadOnlyList<LawReference> Clauses, IReadOnlyList<PaperItem> Items)
{
    private static readonly Dictionary<PaperKind, PaperContents> ByKind = Read();

    public static PaperContents Of(PaperKind kind) => ByKind[kind];

    private static Dictionary<PaperKind, PaperContents> Read()
    {
        using var file = JsonDocument.Parse(PaperData.Text("contents.json"));
        return file
            .RootElement.EnumerateArray()
            .ToDictionary(paper => CodeText.Parse<PaperKind>(Word(paper, "paper")), One);
    }

    private static PaperContents One(JsonElement paper) =>
        new(
            [
                .. paper
                    .GetProperty("clauses")
                    .EnumerateArray()
                    .Select(clause => new LawReference(
                        Word(clause, "instrument"),
                        Word(clause, "article"),
                        TrustOf(Word(clause, "trust"))
                    )),
            ],
            [
                .. paper
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(item => new PaperItem(
                        [.. item.GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()!)],
                        item.GetProperty("title").Deserialize<Dictionary<string, string>>()!
                    )),
            ]
        );

    private static string Word(JsonElement node, string name) => node.GetProperty(name).GetString()!;

    /// <summary>The marks of <c>data/law</c>.</summary>
    private static Trust TrustOf(string mark) =>
        mark switch
        {
            "R" => Trust.Read,
            "C" => Trust.Checked,
            "S" => Trust.Stated,
            "I" => Trust.Inferred,
            "U" => Trust.Unverified,
            _ => throw new InvalidOperationException($"contents.json: no trust mark {mark}"),
        };
}

/// <summary>The files of <c>data/papers</c>, which come with the program.</summary>
internal static class PaperData
{
    public static string Text(string name)
    {
        using var stream = typeof(PaperData).Assembly.GetManifestResourceStream("papers/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
