using System.Text;
using LandLedger.Fields;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Formats.Json;

/// <summary>Codes as JSON strings, encoded once.</summary>
internal static class EncodedCodes
{
    private static readonly byte[][] Categories = Table<Category>(Codes.Of);
    private static readonly byte[][] Causes = Table<Cause>(Codes.Of);
    private static readonly byte[][] Outcomes = Table<Outcome>(Codes.Of);
    private static readonly byte[][] Bases = Table<AreaBasis>(Codes.Of);
    private static readonly byte[][] PerMuOutcomes = Table<PerMuOutcome>(Codes.Of);
    private static readonly byte[][] Units =
    [
        .. Enum.GetValues<Unit>()
            .Select(unit =>
                UnitCodes.Of(unit) is { } code ? $",\"unit\":\"{code}\",\"limit\":" : ",\"unit\":null,\"limit\":"
            )
            .Select(Encoding.UTF8.GetBytes),
    ];

    public static ReadOnlySpan<byte> Of(Category value) => Categories[(int)value];

    public static ReadOnlySpan<byte> Of(Cause value) => Causes[(int)value];

    public static ReadOnlySpan<byte> Of(Outcome value) => Outcomes[(int)value];

    public static ReadOnlySpan<byte> Of(AreaBasis value) => Bases[(int)value];

    public static ReadOnlySpan<byte> Of(PerMuOutcome value) => PerMuOutcomes[(int)value];

    /// <summary>From the end of a value to its limit: <c>,"unit":"mu","limit":</c>.</summary>
    public static ReadOnlySpan<byte> UpToLimit(Unit value) => Units[(int)value];

    private static byte[][] Table<T>(Func<T, string> code)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => Encoding.UTF8.GetBytes($"\"{code(value)}\""))];
}
