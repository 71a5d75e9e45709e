using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace LandLedger.Ledger;

/// <summary>
/// The state of a plot in few characters: another one whenever any of its own facts, its supplements, delays or years, its outline or its
/// end is. What follows from rules, firms and cases does not touch it.
/// </summary>
public static class PlotDigest
{
    private const int Bytes = 16;

    /// <summary>32 lower-case hexadecimal digits: the first 128 bits of the SHA-256 of what an entry says that tells the whole plot.</summary>
    /// <param name="plot">As a store gives it, with its outline.</param>
    public static string Of(Plot plot)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        PlotMember.WriteWhole(json, plot);
        json.WriteEndObject();
        json.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan).AsSpan(0, Bytes));
    }
}
