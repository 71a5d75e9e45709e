using System.Buffers;
using System.Globalization;
using System.Text.Json;
using LandLedger.Filters;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Filters of the standard's own test over its own data, each with the number of items that it names; each store derives it.</summary>
public abstract partial class StandardLayerContract(StandardLayers layers)
{
    private const int Pairs = 137;

    /// <summary>
    /// Rows of the test that its own definitions contradict, with what these give. Chișinău alone begins with "chis" once case and
    /// accents are folded; Chicago, which would make two, does not.
    /// </summary>
    private static readonly Dictionary<string, long> Mistaken = new(StringComparer.Ordinal)
    {
        ["ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))"] = 1,
    };

    [Fact]
    public void Every_pair_of_the_standard_gives_its_count_in_both_encodings()
    {
        var wrong = new List<string>();
        var pairs = 0;
        foreach (var row in File.ReadLines(SharedData.Path("cql2", "pairs.csv")).Skip(1).Select(Cells))
        {
            pairs++;
            var (collection, text) = (row[2], row[3]);
            var listed = long.Parse(row[4], CultureInfo.InvariantCulture);
            var expected = Mistaken.GetValueOrDefault(text, listed);
            var filter = StandardLayers.Read(text);
            foreach (var (encoding, tree) in new[] { ("text", filter), ("json", ThroughJson(filter)) })
            {
                var count = layers.Features(collection, tree).Count;
                if (count != expected)
                    wrong.Add($"{encoding} {text}: {count}, not {expected}");
            }
        }
        Assert.Equal(Pairs, pairs);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static Predicate ThroughJson(Predicate filter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            FilterJson.Write(json, filter);
        var read = FilterJson.Read(buffer.WrittenMemory);
        Assert.True(read.IsGood, read.Error?.In(Texts.English));
        return read.Value;
    }

    /// <summary>Cells of a line; a quote in a quoted cell stands twice.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        for (var at = 0; at <= line.Length; )
        {
            if (at < line.Length && line[at] == '"')
            {
                var end = at + 1;
                while (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"'))
                    end += line[end] == '"' ? 2 : 1;
                cells.Add(line[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
                at = end + 2;
            }
            else
            {
                var end = line.IndexOf(',', at);
                end = end < 0 ? line.Length : end;
                cells.Add(line[at..end]);
                at = end + 1;
            }
        }
        return cells;
    }
}
