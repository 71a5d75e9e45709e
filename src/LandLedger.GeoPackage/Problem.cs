using LandLedger.Import;

namespace LandLedger.GeoPackage;

internal static class Problem
{
    public static StoreException Of(string code, string path, params (string Name, string Value)[] more) =>
        Of(code, path, null, more);

    /// <summary>With what the engine said, for the log; its words are no words for an officer.</summary>
    public static StoreException Of(
        string code,
        string path,
        Exception? inner,
        params (string Name, string Value)[] more
    )
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = path };
        foreach (var (name, value) in more)
            arguments[name] = value;
        return new StoreException(code, arguments, inner);
    }
}
