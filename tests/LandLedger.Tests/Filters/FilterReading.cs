using System.Buffers;
using System.Text;
using System.Text.Json;
using LandLedger.Filters;

namespace LandLedger.Tests.Filters;

/// <summary>Reading and writing as tests need it.</summary>
internal static class FilterReading
{
    public static Predicate Text(string text)
    {
        var read = FilterText.Read(text);
        Assert.True(read.IsGood, read.Error?.In(Texts.English));
        return read.Value;
    }

    public static Predicate Json(string json)
    {
        var read = FilterJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(read.IsGood, read.Error?.In(Texts.English));
        return read.Value;
    }

    public static string ToJson(Operand filter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            FilterJson.Write(json, filter);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static FilterError ErrorOf(string text)
    {
        var read = FilterText.Read(text);
        Assert.False(read.IsGood, text);
        return read.Error;
    }

    public static FilterError ErrorOfJson(string json)
    {
        var read = FilterJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.False(read.IsGood, json);
        return read.Error;
    }
}
