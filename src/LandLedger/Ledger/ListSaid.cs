using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Issuing;
using LandLedger.Rules;

namespace LandLedger.Ledger;

/// <summary>An issued list as its entry says it, all but its rows, and back.</summary>
internal static class ListSaid
{
    private const string AsOf = "as_of";
    private const string Categories = "categories";
    private const string Columns = "columns";
    private const string Data = "data";
    private const string Day = "day";
    private const string Document = "document";
    private const string Facts = "facts";
    private const string Files = "files";
    private const string Hash = "hash";
    private const string Key = "key";
    private const string LanguageName = "language";
    private const string Law = "law";
    private const string Package = "package";
    private const string Reason = "reason";
    private const string Rows = "rows";
    public const string Sha256 = "sha256";
    private const string Totals = "totals";
    private const string Version = "version";
    private const string Who = "who";

    public static void Write(Utf8JsonWriter json, IssuedList list)
    {
        json.Known(AsOf, Fact.Of(list.AsOf));
        Texts(json, Categories, list.Categories.Select(Codes.Of));
        Texts(json, Columns, list.Columns);
        json.Known(Data, Fact.Of(list.Data));
        json.Known(Day, Fact.Of(list.Day));
        json.Known(Document, Fact.Of(list.Document));
        json.WriteStartObject(Facts);
        json.WriteString(Hash, list.Facts.Hash);
        json.WriteNumber(Members.Number, list.Facts.Number);
        json.WriteEndObject();
        json.WriteStartObject(Files);
        foreach (var (form, digest) in list.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            json.WriteString(form, digest);
        json.WriteEndObject();
        json.Known(Key, Fact.Of(list.Key));
        json.WriteString(LanguageName, LandLedger.Texts.In(list.Language).Tag);
        json.WriteStartArray(Law);
        foreach (var law in list.Law)
            Write(json, law);
        json.WriteEndArray();
        json.WriteString(Package, list.Package);
        json.Known(Reason, Fact.Of(list.Reason));
        json.WriteNumber(Rows, list.Rows);
        if (list.Rules is { } rules)
            RulesSaid.WriteDigests(json, [(RuleKind.Package, rules)]);
        json.WriteString(Sha256, list.Sha256);
        json.WriteStartObject(Totals);
        TotalsSaid.Write(json, list.Totals);
        json.WriteEndObject();
        json.WriteString(Version, list.Version);
        json.WriteString(Who, list.Who);
    }

    /// <summary>What such an entry says, without steps.</summary>
    /// <exception cref="Exception">It is of another shape (<see cref="SaidJson.IsUnreadable"/>).</exception>
    public static IssuedList Read(ListNumber number, DateTimeOffset at, long entry, JsonElement says) =>
        new()
        {
            Number = number,
            At = at,
            Entry = entry,
            AsOf = says.Day(AsOf)!.Value,
            Categories = [.. Texts(says, Categories).Select(Category)],
            Columns = [.. Texts(says, Columns)],
            Data = says.Text(Data),
            Day = says.Day(Day)!.Value,
            Document = says.Text(Document),
            Facts = new(
                says.GetProperty(Facts).GetProperty(Members.Number).GetInt64(),
                says.GetProperty(Facts).Needed(Hash)
            ),
            Files = says.GetProperty(Files)
                .EnumerateObject()
                .ToDictionary(file => file.Name, file => file.Value.GetString()!, StringComparer.Ordinal),
            Key = says.Text(Key),
            Language = says.Needed(LanguageName) == LandLedger.Texts.English.Tag ? Language.English : Language.Chinese,
            Law = says.Parts(Law, ReadLaw),
            Package = says.Needed(Package),
            Reason = says.Text(Reason),
            Rows = says.GetProperty(Rows).GetInt32(),
            Rules = RulesSaid.Digest(says, RuleKind.Package),
            Sha256 = says.Needed(Sha256),
            Totals = TotalsSaid.Read(says.GetProperty(Totals)),
            Version = says.Needed(Version),
            Who = says.Needed(Who),
        };

    private static void Write(Utf8JsonWriter json, ListLaw law)
    {
        json.WriteStartObject();
        json.WriteString("article", law.Article);
        json.Known("issuer", Fact.Of(law.Issuer));
        json.WriteString("instrument", law.Instrument);
        json.Known(Members.Number, Fact.Of(law.Number));
        json.WriteString("trust", law.Trust);
        json.WriteString("use", law.Use);
        json.WriteEndObject();
    }

    private static ListLaw ReadLaw(JsonElement said) =>
        new(
            said.Needed("use"),
            said.Needed("instrument"),
            said.Text(Members.Number),
            said.Text("issuer"),
            said.Needed("article"),
            said.Needed("trust")
        );

    private static Category Category(string code) => TotalsSaid.Code(code, Codes.Of, Enum.GetValues<Category>());

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static IEnumerable<string> Texts(JsonElement said, string name) =>
        said.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? throw new FormatException());
}
