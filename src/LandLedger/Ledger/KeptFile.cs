using System.Buffers;
using System.Security.Cryptography;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>A file that a store keeps (附件), as the ledger tells of it: its bytes stand beside the ledger, found by their digest.</summary>
/// <param name="Name">Without folder.</param>
/// <param name="MediaType">As its name says.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 digits, lower case.</param>
public sealed record KeptFile(string Name, string MediaType, long Size, string Sha256)
{
    /// <summary>Bytes of a file at most.</summary>
    public const long MostBytes = 50 * 1024 * 1024;

    private const int LongestName = 200;
    private const int BufferBytes = 128 * 1024;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\\"*:<>?|");

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".heic"] = "image/heic",
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ofd"] = "application/ofd",
        [".wps"] = "application/wps-office.wps",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".wav"] = "audio/wav",
        [".mp4"] = "video/mp4",
        [".zip"] = "application/zip",
    };

    /// <summary>Whether the name is one of a file, without folder, that every system can keep.</summary>
    public bool IsNamed =>
        Name.Length is > 0 and <= LongestName
        && Name.Trim('.', ' ').Length > 0
        && !Name.Any(char.IsControl)
        && !Name.AsSpan().ContainsAny(Forbidden)
        && !Cases.StepTexts.HasLoneSurrogate(Name);

    /// <summary>What a file is, read to its end, or to where it is larger than may be.</summary>
    /// <param name="name">Without folder.</param>
    public static KeptFile Of(string name, Stream content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, size) = (new byte[BufferBytes], 0L);
        for (int read; size <= MostBytes && (read = content.Read(buffer)) > 0; size += read)
            hash.AppendData(buffer, 0, read);
        var type = Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
        return new(name, type, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Its bytes, part by part.</summary>
    /// <exception cref="StoreException">While enumerating: file-damaged, at the end, where they are not those that the ledger tells of.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Parts(IFileStore files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        foreach (var part in files.Parts(Sha256))
        {
            hash.AppendData(part.Span);
            size += part.Length;
            yield return part;
        }
        if (size != Size || Convert.ToHexStringLower(hash.GetHashAndReset()) != Sha256)
            throw Damaged();
    }

    /// <summary>Whether a store has its bytes as the ledger tells of them.</summary>
    public bool IsWhole(IFileStore files)
    {
        try
        {
            return Parts(files).All(_ => true);
        }
        catch (StoreException trouble) when (trouble.Code == "file-damaged")
        {
            return false;
        }
    }

    /// <summary>Keeps its bytes, unless they are there already.</summary>
    /// <exception cref="StoreException">file-changed: they are not what was said of it; the transaction is not to be committed.</exception>
    internal void Put(IFileWriting writing, Func<Stream> open)
    {
        if (writing.Has(Sha256))
            return;
        using var content = open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, size, part) = (new byte[BufferBytes], 0L, 0);
        for (int read; (read = content.ReadAtLeast(buffer, BufferBytes, throwOnEndOfStream: false)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            writing.PutPart(Sha256, part++, buffer.AsSpan(0, read));
        }
        if (size != Size || Convert.ToHexStringLower(hash.GetHashAndReset()) != Sha256)
            throw Trouble("file-changed");
    }

    /// <summary>That its bytes are not those that the ledger tells of.</summary>
    public StoreException Damaged() => Trouble("file-damaged");

    private StoreException Trouble(string code) =>
        new(code, new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = Name, ["digest"] = Sha256 });
}
