namespace LandLedger.Import;

/// <summary>
/// The store cannot be read or written: disk full, file locked or damaged, database away. The sentence stands in the texts
/// under <c>store.CODE</c>; the message is the English one.
/// </summary>
public sealed class StoreException : Exception
{
    public StoreException(string code, IReadOnlyDictionary<string, string> arguments, Exception? inner = null)
        : base(Sentence(Texts.English, code, arguments), inner)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>
    /// Of every store: missing, foreign, newer, locked, full, read-only, damaged or failed. Of a file: folder, closed (no right to
    /// open it, or no folder to make it in), not-a-database. Of a database: address, address-part, unreachable, login, no-postgis,
    /// rights, older, conflict, slow, gone.
    /// </summary>
    public string Code { get; }

    public IReadOnlyDictionary<string, string> Arguments { get; }

    public string In(Texts texts) => Sentence(texts, Code, Arguments);

    private static string Sentence(Texts texts, string code, IReadOnlyDictionary<string, string> arguments) =>
        texts.Fill("store." + code, name => arguments.GetValueOrDefault(name));
}
