using System.Text;

namespace LandLedger.Tests.Cases;

/// <summary>A county's own procedure, from opening to end.</summary>
internal static class CountyProcedure
{
    public const string Text = """
        { "id": "county", "version": "1", "title": { "zh": "本县程序", "en": "County" }, "categories": ["idle"],
          "instruments": [{ "id": "county-3", "title": { "zh": "本县细则", "en": "County rules" }, "issuer": { "zh": "县政府", "en": "County" },
            "number": { "zh": "3号", "en": "3" }, "inForce": "2024-01-01", "trust": "R" }],
          "clauses": { "own": { "instrument": "county-3", "article": "7", "trust": "R" } },
          "facts": { "grounds": { "title": { "zh": "依据", "en": "Grounds" }, "type": "text" } },
          "states": [{ "id": "open", "title": { "zh": "已立案", "en": "open" } }, { "id": "told", "title": { "zh": "已告知", "en": "told" } },
            { "id": "done", "title": { "zh": "已办结", "en": "done" }, "closed": true }],
          "clocks": [{ "id": "reply", "title": { "zh": "答复", "en": "reply" }, "by": "holder", "length": 15, "unit": "day", "clause": "own" }],
          "roles": ["officer"],
          "steps": [
            { "id": "start", "title": { "zh": "立案", "en": "Open" }, "from": [], "to": "open", "by": "department", "asks": ["grounds"], "clause": "own" },
            { "id": "tell", "title": { "zh": "告知", "en": "Tell" }, "from": ["open"], "to": "told", "by": "department", "paper": "urging-notice", "starts": ["reply"], "clause": "own" },
            { "id": "end", "title": { "zh": "办结", "en": "End" }, "from": ["told"], "to": "done", "by": "holder", "needs": [{ "runOut": "reply" }], "clause": "own" }
          ] }
        """;

    /// <summary>It as a file, by another id and version, and with something else in the place of what is right.</summary>
    public static (string Name, Stream Content) File(
        string name,
        string id,
        string version,
        string right = "",
        string wrong = ""
    ) => (name, new MemoryStream(Encoding.UTF8.GetBytes(As(id, version, right, wrong))));

    public static string As(string id, string version, string right = "", string wrong = "")
    {
        var own = Text.Replace("\"id\": \"county\"", $"\"id\": \"{id}\"", StringComparison.Ordinal)
            .Replace("\"version\": \"1\"", $"\"version\": \"{version}\"", StringComparison.Ordinal);
        return right.Length > 0 ? own.Replace(right, wrong, StringComparison.Ordinal) : own;
    }
}
