using System.Buffers;
using System.Text.Json;
using LandLedger.Filters;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Filters of the standard's own test over its own data, each with the number of items that it names; each store derives it.</summary>
public abstract partial class StandardLayerContract(StandardLayers layers)
{
    [Fact]
    public void Every_pair_of_the_standard_gives_its_count_in_both_encodings()
    {
        var wrong = new List<string>();
        var pairs = 0;
        foreach (var (collection, text, expected) in StandardPairs.All())
        {
            pairs++;
            var filter = StandardLayers.Read(text);
            foreach (var (encoding, tree) in new[] { ("text", filter), ("json", ThroughJson(filter)) })
            {
                var count = layers.Features(collection, tree).Count;
                if (count != expected)
                    wrong.Add($"{encoding} {text}: {count}, not {expected}");
            }
        }
        Assert.Equal(StandardPairs.Count, pairs);
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
}
