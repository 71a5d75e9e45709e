using System.Data.Common;
using LandLedger.Import;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis;

/// <summary>
/// Which database, and who asks: <c>Host=…;Database=…;Username=…</c>, in the words of Npgsql. A password that is not written
/// there is taken from PGPASSWORD or the password file. Shown anywhere, it is the name of the database, never the password.
/// </summary>
public sealed class DatabaseAddress
{
    private const int LeastPool = 10;

    /// <summary>
    /// What every session of ours starts with. Nobody waits for ever, for the answer or for a lock, and a peer that is gone is
    /// noticed. Reading is spread over connections by us; workers would have to load PostGIS first, each time.
    /// </summary>
    private const string Settings =
        "-c statement_timeout=5min -c lock_timeout=10s -c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10"
        + " -c max_parallel_workers_per_gather=0 -c jit=off";

    private static readonly NpgsqlConnectionStringBuilder Words = [];

    private readonly NpgsqlConnectionStringBuilder _asked;

    private DatabaseAddress(NpgsqlConnectionStringBuilder asked) => _asked = asked;

    /// <summary>Name of the database.</summary>
    public string Name => _asked.Database!;

    /// <summary>Whether a text is meant as the address of a database and not as the path of a file.</summary>
    public static bool IsMeant(string text) =>
        IsUri(text) || Parts(text).Any(part => part.Split('=') is [var word, _, ..] && IsWord(word.Trim()));

    /// <summary>Reads an address.</summary>
    /// <exception cref="StoreException">address: a part is not understood, by its place, as it may be a piece of the password; address-part: one is missing.</exception>
    public static DatabaseAddress Parse(string text)
    {
        if (IsUri(text))
            throw Misspelt(1);
        var asked = new NpgsqlConnectionStringBuilder();
        foreach (var (word, value, part) in Pairs(text))
        {
            try
            {
                asked[word] = value;
            }
            catch (Exception e) when (e is ArgumentException or KeyNotFoundException or FormatException)
            {
                throw Misspelt(part);
            }
        }
        if (string.IsNullOrWhiteSpace(asked.Host))
            throw Missing(nameof(asked.Host));
        return string.IsNullOrWhiteSpace(asked.Database) ? throw Missing(nameof(asked.Database)) : new(asked);
    }

    public override string ToString() => Name;

    /// <summary>With what this store needs of a connection. What the address itself says goes before.</summary>
    /// <param name="extension">The schema that PostGIS is in.</param>
    internal NpgsqlConnectionStringBuilder Connection(string extension)
    {
        var full = new NpgsqlConnectionStringBuilder(_asked.ConnectionString)
        {
            SearchPath = Database.Schema + "," + extension,
            // Nothing is left behind on a connection that would have to be reset.
            NoResetOnClose = true,
            // The last one counts.
            Options = $"{Settings} {_asked.Options}".TrimEnd(),
        };
        full.MaxPoolSize = Math.Max(full.MaxPoolSize, LeastPool);
        if (!_asked.ShouldSerialize("Application Name"))
            full.ApplicationName = "LandLedger";
        if (!_asked.ShouldSerialize("Read Buffer Size"))
            full.ReadBufferSize = 65536;
        if (!_asked.ShouldSerialize("Timeout"))
            full.Timeout = 5;
        if (!_asked.ShouldSerialize("Command Timeout"))
            full.CommandTimeout = 0;
        // A socket of this machine needs none, and refuses to be asked.
        if (!_asked.ShouldSerialize("Tcp Keepalive") && !Path.IsPathRooted(_asked.Host) && _asked.Host![0] != '@')
            (full.TcpKeepAlive, full.TcpKeepAliveTime, full.TcpKeepAliveInterval) = (true, 60, 10);
        return full;
    }

    private static bool IsUri(string text) =>
        text.TrimStart().StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || text.TrimStart().StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static bool IsWord(string word) => word.Length > 0 && Words.ContainsKey(word);

    private static string[] Parts(string text) => text.Split(';', StringSplitOptions.TrimEntries);

    /// <summary>Words and values, with the place of each among the parts.</summary>
    private static IEnumerable<(string Word, object Value, int Part)> Pairs(string text)
    {
        var read = new DbConnectionStringBuilder();
        try
        {
            read.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            var bad = Array.FindIndex(
                Parts(text),
                part => part.Length > 0 && !part.Contains('=', StringComparison.Ordinal)
            );
            throw Misspelt(bad + 1);
        }
        return read.Keys.Cast<string>().Select((word, i) => (word, read[word], i + 1));
    }

    private static StoreException Misspelt(int part) =>
        Problem.Of("address", "", ("part", part.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static StoreException Missing(string part) => Problem.Of("address-part", "", ("part", part));
}
