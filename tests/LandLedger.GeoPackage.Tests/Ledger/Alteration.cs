using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Tests.Ledger;

/// <summary>What somebody may do to the entries of a ledger, at random.</summary>
internal static class Alteration
{
    public static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Values =
    [
        "null",
        "7",
        "-1.5",
        "1e40",
        "99999999999999999999",
        "true",
        "\"\"",
        "\"text\"",
        "\"\\ud800\"",
        "[]",
        "[1]",
        "[{}]",
        "{}",
        "{\"x\":1}",
    ];

    /// <summary>Does one thing, or nothing, and says what.</summary>
    public static string Of(Random random, List<LedgerRow> rows)
    {
        var (one, other) = (random.Next(rows.Count), random.Next(rows.Count));
        var bytes = rows[one].Bytes.ToArray();
        switch (random.Next(9))
        {
            case 0:
                return "nothing";
            case 1:
                var at = random.Next(bytes.Length);
                bytes[at] = (byte)random.Next(256);
                Put(bytes);
                return $"byte {at} of entry {one + 1}";
            case 2:
                Put(bytes[..random.Next(bytes.Length)]);
                return $"entry {one + 1} cut off";
            case 3:
                Put([.. bytes, .. " "u8]);
                return $"a blank after entry {one + 1}";
            case 4:
                rows.RemoveAt(one);
                return $"entry {one + 1} dropped";
            case 5:
                rows.RemoveAt(one);
                Renumber(rows);
                return $"entry {one + 1} dropped, the others moved up";
            case 6:
                rows.Insert(one, rows[one]);
                Renumber(rows);
                return $"entry {one + 1} twice";
            case 7:
                (rows[one], rows[other]) = (rows[other], rows[one]);
                Renumber(rows);
                return $"entries {one + 1} and {other + 1} swapped";
            default:
                return Shape(random, rows, one);
        }

        void Put(byte[] entry) => rows[one] = rows[one] with { Bytes = entry };
    }

    /// <summary>Another valid JSON in the place of an entry: a member gone, added, or of another kind.</summary>
    public static string Shape(Random random, List<LedgerRow> rows, int at)
    {
        var entry = JsonNode.Parse(rows[at].Bytes.Span)!;
        var (name, node) = Pick(random, entry);
        var value = Values[random.Next(Values.Length)];
        var marked = "@" + Guid.NewGuid().ToString("N");
        var gone = random.Next(5) == 0;
        switch (node)
        {
            case JsonObject of when gone:
                of.Remove(name);
                break;
            case JsonObject of:
                of[random.Next(8) == 0 ? name + "x" : name] = marked;
                break;
            case JsonArray of:
                of[random.Next(of.Count)] = marked;
                break;
            default:
                break;
        }
        var text = entry.ToJsonString(Plain).Replace($"\"{marked}\"", value, StringComparison.Ordinal);
        rows[at] = rows[at] with { Bytes = System.Text.Encoding.UTF8.GetBytes(text) };
        return $"{name} of entry {at + 1} is {(gone ? "gone" : value)}";
    }

    /// <summary>An object or a filled array somewhere in the entry, and a member of it.</summary>
    private static (string Name, JsonNode Of) Pick(Random random, JsonNode entry)
    {
        var found = new List<(string, JsonNode)>();
        Walk(entry);
        return found[random.Next(found.Count)];

        void Walk(JsonNode? node)
        {
            if (node is JsonObject of)
                foreach (var (name, value) in of)
                {
                    found.Add((name, of));
                    Walk(value);
                }
            if (node is JsonArray { Count: > 0 } parts)
            {
                found.Add(("[]", parts));
                foreach (var part in parts)
                    Walk(part);
            }
        }
    }

    private static void Renumber(List<LedgerRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
            rows[i] = rows[i] with { Number = i + 1 };
    }
}
