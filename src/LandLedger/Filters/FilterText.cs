using LandLedger.Filters.Cql;

namespace LandLedger.Filters;

/// <summary>
/// CQL2 Text (OGC 21-065). Beyond the standard's grammar it takes BETWEEN for days, instants and texts, zones other than Z,
/// NOT NOT, a minus before a bracket, and any characters in a quoted name; functions of one's own it refuses by name.
/// </summary>
public static class FilterText
{
    /// <summary>Never throws: what is no filter, or beyond <see cref="FilterLimits"/>, is an error with its place.</summary>
    public static FilterResult<Predicate> Read(string text) => TextParser.Read(text);

    /// <summary>Reads back as an equal tree.</summary>
    public static string Write(Operand filter) => TextTree.Write(filter);
}
