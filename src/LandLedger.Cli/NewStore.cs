using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary>
/// A store that a command may make: said once it is there, for a slip of the pen makes one as well. A folder is never made for it.
/// </summary>
internal sealed class NewStore
{
    private readonly string? _path;

    private NewStore(string? path) => _path = path;

    /// <summary>Looks before anything is written.</summary>
    /// <exception cref="UsageException">Its folder is not there.</exception>
    public static NewStore Of(StorePlace place, Texts texts)
    {
        if (place.FilePath is not { } path || File.Exists(path))
            return new(null);
        var whole = Path.GetFullPath(path);
        if (Path.GetDirectoryName(whole) is { } folder && !Directory.Exists(folder))
            throw new UsageException(texts.Fill("cli.store.no-folder", _ => folder));
        return new(whole);
    }

    /// <summary>Tells of the file, where this command has made it.</summary>
    public void Tell(Shell shell, Texts texts)
    {
        if (_path is not null && File.Exists(_path))
            shell.WriteLine(texts.Fill("cli.store.made", _ => _path));
    }
}
