namespace LandLedger.Service.Http;

/// <summary>A folder for the files of one request; it goes with the request.</summary>
internal sealed class Spool : IDisposable
{
    private const int BufferBytes = 80 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("landledger-").FullName;
    private readonly List<string> _paths = [];

    /// <summary>The files so far, in the order of the request.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>The part of the request that is no file; empty where it has none.</summary>
    public ReadOnlyMemory<byte> Member { get; set; }

    /// <summary>A file without name that is gone once it is closed.</summary>
    public static FileStream NewFile() =>
        new(
            Path.Combine(Path.GetTempPath(), "landledger-" + Guid.NewGuid().ToString("N")),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BufferBytes,
            FileOptions.DeleteOnClose
        );

    public bool Has(string name) => _paths.Any(path => NameOf(path).Equals(name, StringComparison.OrdinalIgnoreCase));

    public async Task AddAsync(string name, Stream content, CancellationToken cancel)
    {
        var path = Path.Combine(_folder, name);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);
        await content.CopyToAsync(file, BufferBytes, cancel);
        _paths.Add(path);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // The temporary folder is swept by the system; the request has its answer.
        }
    }

    private static string NameOf(string path) => Path.GetFileName(path);
}
