using System.Net;
using System.Text;
using System.Text.Json;

namespace LandLedger.Service.Http;

/// <summary>
/// An answer as a page to read: the same members as in JSON, in the same order, named as people know them; addresses are links,
/// lists of like things are tables. No script, no file beside it.
/// </summary>
internal sealed class HtmlPage(Texts texts)
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;margin:2em auto;max-width:80em;padding:0 1em;color:#1b1b1b;background:#fff}"
        + "table{border-collapse:collapse;margin:.3em 0}th,td{border:1px solid #b5b5b5;padding:.2em .5em;text-align:start;"
        + "vertical-align:top}th{background:#f0f0f0;font-weight:600}pre{white-space:pre-wrap;overflow-wrap:anywhere}"
        + "div{overflow-x:auto}";

    private readonly StringBuilder _page = new();

    /// <summary>The whole page: title, links to the same in its other forms, and the answer.</summary>
    public string Of(JsonElement answer, string title, IEnumerable<(string Name, string Address)> forms)
    {
        _page.Append("<!doctype html><html lang=\"").Append(texts.Tag).Append("\"><meta charset=\"utf-8\">");
        _page.Append("<meta name=\"viewport\" content=\"width=device-width\"><title>").Append(Plain(title));
        _page.Append("</title><style>").Append(Style).Append("</style><h1>").Append(Plain(title)).Append("</h1><p>");
        foreach (var (name, address) in forms)
            Link(address, name);
        _page.Append("<main>");
        Value(answer, "");
        return _page.Append("</main></html>").ToString();
    }

    private void Value(JsonElement value, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when name == "geometry":
                Folded(value);
                break;
            case JsonValueKind.Object when value.TryGetProperty("href", out var address):
                Link(address.GetString()!, LinkName(value));
                break;
            case JsonValueKind.Object:
                Members(value);
                break;
            case JsonValueKind.Array:
                Items(value, name);
                break;
            case JsonValueKind.String when IsAddress(value.GetString()!):
                Link(value.GetString()!, value.GetString()!);
                break;
            case JsonValueKind.String:
                _page.Append(Plain(value.GetString()!));
                break;
            case JsonValueKind.Null:
                break;
            default:
                _page.Append(Plain(value.GetRawText()));
                break;
        }
    }

    private void Members(JsonElement value)
    {
        _page.Append("<table>");
        foreach (var member in value.EnumerateObject())
        {
            _page.Append("<tr><th>").Append(Plain(NameOf(member.Name))).Append("<td>");
            Value(member.Value, member.Name);
        }
        _page.Append("</table>");
    }

    private void Items(JsonElement items, string name)
    {
        if (items.GetArrayLength() == 0)
            return;
        var first = items[0];
        if (first.ValueKind == JsonValueKind.Object && !first.TryGetProperty("href", out _))
        {
            Rows(items);
            return;
        }
        var one = first.ValueKind != JsonValueKind.Object && name != "links" && items.GetArrayLength() > 1;
        foreach (var item in items.EnumerateArray())
        {
            Value(item, "");
            _page.Append(one ? " · " : "<br>");
        }
    }

    /// <summary>A line for each object, a column for each member that any of them has; of features, for each property.</summary>
    private void Rows(JsonElement items)
    {
        var rows = items.EnumerateArray().Select(Flat).ToList();
        var columns = rows.SelectMany(row => row.Select(cell => cell.Name)).Distinct().ToList();
        _page.Append("<div><table><tr>");
        foreach (var column in columns)
            _page.Append("<th>").Append(Plain(NameOf(column)));
        foreach (var row in rows)
        {
            _page.Append("<tr>");
            foreach (var column in columns)
            {
                _page.Append("<td>");
                foreach (var (_, value) in row.Where(cell => cell.Name == column))
                    Value(value, column);
            }
        }
        _page.Append("</table></div>");
    }

    private static List<(string Name, JsonElement Value)> Flat(JsonElement item) =>
        [
            .. item.EnumerateObject()
                .Where(member => member.Name != "type" || !item.TryGetProperty("geometry", out _))
                .SelectMany(member =>
                    member is { Name: "properties", Value.ValueKind: JsonValueKind.Object }
                        ? member.Value.EnumerateObject().Select(inner => (inner.Name, inner.Value))
                        : [(member.Name, member.Value)]
                ),
        ];

    private void Folded(JsonElement geometry)
    {
        var kind = geometry.TryGetProperty("type", out var type) ? type.GetString() : "";
        _page.Append("<details><summary>").Append(Plain(kind ?? "")).Append("</summary><pre>");
        _page.Append(Plain(geometry.GetRawText())).Append("</pre></details>");
    }

    private void Link(string address, string name) =>
        _page.Append("<a href=\"").Append(Plain(address)).Append("\">").Append(Plain(name)).Append("</a> ");

    private string LinkName(JsonElement link)
    {
        var rel = link.TryGetProperty("rel", out var named) ? named.GetString()! : "";
        if (link.TryGetProperty("title", out var title))
            return title.GetString()!;
        return texts.Find("api.rel." + rel) ?? texts.Find("api.door." + rel) ?? rel;
    }

    private string NameOf(string member) =>
        texts.Find("column." + member) ?? texts.Find("field." + member) ?? texts.Find("api.member." + member) ?? member;

    private static bool IsAddress(string text) =>
        text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal);

    private static string Plain(string text) => WebUtility.HtmlEncode(text);
}
