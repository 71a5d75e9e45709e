using System.Text.Json;
using LandLedger.Filters.Cql;

namespace LandLedger.Filters;

/// <summary>CQL2 JSON (OGC 21-065). Further members of objects are passed over, two of one name are not taken.</summary>
public static class FilterJson
{
    /// <summary>Never throws: what is no filter, or beyond <see cref="FilterLimits"/>, is an error with its place.</summary>
    /// <param name="json">UTF-8.</param>
    public static FilterResult<Predicate> Read(ReadOnlyMemory<byte> json) => JsonParser.Read(json);

    /// <summary>Reads back as an equal tree.</summary>
    public static void Write(Utf8JsonWriter json, Operand filter) => JsonTree.Write(json, filter);
}
