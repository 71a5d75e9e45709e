using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace LandLedger.Formats.Papers;

/// <summary>
/// A DOCX as its entries: read within bounds, written in the same order with one fixed time, so that the same entries give the same bytes.
/// </summary>
internal sealed class WordPackage(IReadOnlyList<(string Name, byte[] Bytes)> entries)
{
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Content types of parts that hold text begin so.</summary>
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public const string ContentTypes = "[Content_Types].xml";

    public const int MostEntries = 1_000;

    /// <summary>Unpacked, over all entries.</summary>
    public const int MostMegabytes = 64;

    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public IReadOnlyList<(string Name, byte[] Bytes)> Entries { get; } = entries;

    /// <summary>The parts that hold text, with their kind: document, header, footer or notes.</summary>
    /// <exception cref="XmlException">The list of parts is no XML.</exception>
    public IEnumerable<(string Name, string Kind)> TextParts() =>
        Entries.Any(entry => entry.Name == ContentTypes)
            ? Part(ContentTypes)
                .Descendants(Types + "Override")
                .Select(part => ((string?)part.Attribute("PartName"), KindOf((string?)part.Attribute("ContentType"))))
                .Where(part => part is (not null, not null))
                .Select(part => (part.Item1!.TrimStart('/'), part.Item2!))
                .Where(part => Entries.Any(entry => entry.Name == part.Item1))
            : [];

    /// <summary>An entry as XML.</summary>
    /// <exception cref="XmlException">The entry is no XML, or has a document type.</exception>
    public XDocument Part(string name)
    {
        using var stream = new MemoryStream(Entries.First(entry => entry.Name == name).Bytes);
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Null where there are more entries or bytes than a paper has.</summary>
    /// <exception cref="InvalidDataException">The stream is no ZIP.</exception>
    public static WordPackage? Read(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostEntries)
            return null;
        var entries = new List<(string, byte[])>();
        var left = MostMegabytes << 20;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            if (Bytes(stream, left) is not { } bytes)
                return null;
            left -= bytes.Length;
            entries.Add((entry.FullName, bytes));
        }
        return new(entries);
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = Stamp;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>By unpacking, since the size that a ZIP declares may be untrue.</summary>
    private static byte[]? Bytes(Stream stream, int most)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0; )
        {
            if (all.Length + read > most)
                return null;
            all.Write(buffer, 0, read);
        }
        return all.ToArray();
    }

    private static string? KindOf(string? type) =>
        type switch
        {
            Type + "document.main+xml" => "document",
            Type + "header+xml" => "header",
            Type + "footer+xml" => "footer",
            Type + "footnotes+xml" or Type + "endnotes+xml" => "notes",
            _ => null,
        };
}
