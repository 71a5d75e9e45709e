using System.Collections.Concurrent;
using System.Collections.Immutable;
using LandLedger.Fields;

namespace LandLedger.Disposal;

/// <summary>Codes of measures with commas between them. Most plots have one of few such lists, so each is put together once.</summary>
internal static class MeasureCodeList
{
    /// <summary>Bits of a measure in the key of a list; more measures than fit are put together anew.</summary>
    private const int Bits = 8;
    private const int CauseBits = 3;
    private const int Most = 64 / Bits;

    private static readonly ConcurrentDictionary<ulong, string> Kept = [];

    public static string? Of(ImmutableArray<Measure> measures, bool ifCause)
    {
        var (key, count) = (0ul, 0);
        for (var i = 0; i < measures.Length; i++)
        {
            if (measures[i].IfCause is not null != ifCause)
                continue;
            key = (key << Bits) | Key(measures[i]);
            count++;
        }
        return count == 0 ? null
            : count > Most ? Joined(measures, ifCause)
            : Kept.TryGetValue(key, out var codes) ? codes
            : Kept.GetOrAdd(key, Joined(measures, ifCause));
    }

    /// <summary>Never 0.</summary>
    private static uint Key(Measure measure) =>
        ((uint)(measure.Kind + 1) << CauseBits) | (measure.IfCause is { } cause ? (uint)cause + 1 : 0);

    private static string Joined(ImmutableArray<Measure> measures, bool ifCause) =>
        string.Join(',', measures.Where(measure => measure.IfCause is not null == ifCause).Select(Code));

    private static string Code(Measure measure) =>
        measure.IfCause is { } cause ? Codes.Of(cause) + ":" + Codes.Of(measure.Kind) : Codes.Of(measure.Kind);
}
