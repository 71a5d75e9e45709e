using System.Text;
using System.Text.RegularExpressions;
using LandLedger.Formats;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Tests.Ledger;

/// <summary>The sample park, imported once, and copies of it with other entries in its ledger.</summary>
public sealed partial class LedgerPark : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private int _copies;

    public LedgerPark()
    {
        _path = _folder["park.gpkg"];
        var files = ImportFiles.Open(
            new[] { "*.txt", "*.xlsx" }.SelectMany(kind =>
                Directory.GetFiles(Path.Combine(Root, "data", "park"), kind).Order(StringComparer.Ordinal)
            )
        );
        var options = new ImportOptions
        {
            On = new(2026, 6, 30),
            RecordedAt = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero),
            KeepGood = true,
            By = "张三",
        };
        using (var store = GeoPackageStore.Open(_path, StoreMode.Create))
            Importer.Import(store, files, options);
        foreach (var part in files.SelectMany(file => file.Parts))
            part.Dispose();
        using (var store = GeoPackageStore.Open(_path, StoreMode.Read))
            Rows = [.. store.Ledger.Rows()];
    }

    public static string Root { get; } = FindRoot();

    internal IReadOnlyList<LedgerRow> Rows { get; }

    public string Fresh() => _folder[$"{++_copies}.gpkg"];

    /// <summary>A copy that has these entries; its head is that of the park.</summary>
    internal string Copy(IReadOnlyList<LedgerRow> rows, LedgerHead? head = null)
    {
        var path = Fresh();
        File.Copy(_path, path);
        using var file = Connection.Open(path, SQLitePCL.raw.SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5));
        file.Execute("DROP TRIGGER ledger_kept; DROP TRIGGER ledger_kept_as_it_is; BEGIN; DELETE FROM ledger;");
        foreach (var row in rows)
            file["INSERT INTO ledger (number, about, at, since, entry) VALUES (?1, ?2, ?3, ?4, ?5)"]
                .Bind(1, row.Number)
                .Bind(2, row.About)
                .Bind(3, row.At)
                .Bind(4, (DateOnly?)row.Since)
                .Bind(5, row.Bytes.Span)
                .Run();
        if (head is { } made)
            file["UPDATE ledger_head SET number = ?1, hash = ?2"].Bind(1, made.Number).Bind(2, made.Hash).Run();
        file.Execute("COMMIT");
        return path;
    }

    /// <summary>The same with hashes and head made anew, as somebody would who can write the whole file.</summary>
    internal string Chained(IEnumerable<LedgerRow> rows)
    {
        var (head, made) = (LedgerHead.None, new List<LedgerRow>());
        foreach (var row in rows)
        {
            var entry = Hash().Replace(Encoding.UTF8.GetString(row.Bytes.Span), $"\"before\":\"{head.Hash}\"", 1);
            made.Add(row with { Bytes = Encoding.UTF8.GetBytes(entry) });
            head = head.Then(made[^1].Bytes.Span);
        }
        return Copy(made, head);
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("\"before\":\"[0-9a-f]{64}\"")]
    private static partial Regex Hash();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LandLedger.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
