using LandLedger.Cases;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.PostGis;

namespace LandLedger.Service;

/// <summary>
/// Where a park is kept, as a person writes it: <c>Host=…;Database=…</c> means a PostGIS database, anything else the path of a
/// GeoPackage file. Shown anywhere, it is the name of the file or database; folder, user and password stay inside.
/// </summary>
public sealed class StorePlace
{
    private readonly DatabaseAddress? _address;

    /// <summary>By which the cases of the store are read.</summary>
    public Procedures Procedures { get; private init; } = Procedures.Shipped;

    private StorePlace(string? path, DatabaseAddress? address) => (FilePath, _address) = (path, address);

    public string Name => _address?.Name ?? Path.GetFileName(FilePath!);

    /// <summary>Path of its file; null for a database.</summary>
    public string? FilePath { get; }

    /// <summary>What a text names; nothing is opened.</summary>
    /// <exception cref="StoreException">Meant as a database, and not understood.</exception>
    public static StorePlace Of(string text) =>
        DatabaseAddress.IsMeant(text) ? new(null, DatabaseAddress.Parse(text)) : new(text, null);

    public static implicit operator StorePlace(string text) => Of(text);

    /// <summary>A text that may be a place, as it can be shown: an address, which may hold a password, only begins.</summary>
    public static string Shown(string text) => DatabaseAddress.IsMeant(text) ? "Host=…" : text;

    /// <summary>The place, its cases read by these procedures.</summary>
    public StorePlace With(Procedures procedures) => new(FilePath, _address) { Procedures = procedures };

    /// <summary>Opens the store of whichever kind it is.</summary>
    /// <param name="wait">How long an import waits for another one to end; 5 seconds when null.</param>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public IPlotStore Open(StoreMode mode, TimeSpan? wait = null) =>
        _address is null
            ? GeoPackageStore.Open(FilePath!, mode, wait, Procedures)
            : PostGisStore.Open(_address, mode, wait, Procedures);

    public override string ToString() => Name;

    internal bool IsNamed => !string.IsNullOrWhiteSpace(Name);
}
