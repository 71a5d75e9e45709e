using System.Buffers;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Imports;

/// <summary>Takes the files of a multipart body to disk, one after another, without holding any of them in memory.</summary>
internal static class Upload
{
    private const int LongestName = 200;

    /// <summary>An input error that no system call is to blame for.</summary>
    private const int EndedEarly = unchecked((int)0x80131620);

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?|");

    /// <summary>What sidecars of a shapefile are called; they are read along with the .shp beside them.</summary>
    private static readonly string[] Sidecars = [".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".qpj"];

    /// <summary>Bytes of the part that is no file, at most.</summary>
    private const int MostMember = 1024 * 1024;

    /// <summary>Fills the spool; what is wrong with the upload, or null.</summary>
    /// <param name="member">The part that is no file and has to be there; null where there are files alone, one at least.</param>
    public static async Task<Problem?> TakeAsync(
        HttpRequest request,
        Spool spool,
        ServiceOptions options,
        CancellationToken cancel,
        string? member = null
    )
    {
        if (Boundary(request) is not { } boundary)
            return new("media-type");
        var reader = new MultipartReader(boundary, request.Body);
        while (await NextAsync(reader, cancel) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                return new("request-malformed");
            var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
            if (!name.HasValue)
            {
                var field = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (field != member || !spool.Member.IsEmpty)
                    return new("import-field", ("field", field));
                if (await MemberAsync(section.Body, cancel) is not { } said)
                    return Problems.TooLarge(MostMember);
                spool.Member = said;
                continue;
            }
            if (spool.Paths.Count == options.MaxFiles)
                return new("import-too-many-files", ("most", $"{options.MaxFiles}"));
            var plain = PlainName(HeaderUtilities.RemoveQuotes(name).ToString());
            if (plain is null || spool.Has(plain))
                return new("import-file-name", ("file", HeaderUtilities.RemoveQuotes(name).ToString()));
            try
            {
                await spool.AddAsync(plain, section.Body, cancel);
            }
            catch (IOException wrong) when (wrong.HResult == EndedEarly)
            {
                throw new BadHttpRequestException(wrong.Message, wrong);
            }
        }
        return member is not null ? null
            : spool.Paths.Count == 0 ? new("import-no-files")
            : null;
    }

    /// <summary>Null where it is too large.</summary>
    private static async Task<ReadOnlyMemory<byte>?> MemberAsync(Stream content, CancellationToken cancel)
    {
        var bytes = new byte[MostMember + 1];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return read > MostMember ? null : bytes.AsMemory(0, read);
    }

    /// <summary>The files to open: sidecars come with their shapefile.</summary>
    public static IEnumerable<string> ToOpen(IReadOnlyList<string> paths)
    {
        var shapes = paths
            .Where(path => Path.GetExtension(path).Equals(".shp", StringComparison.OrdinalIgnoreCase))
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return paths.Where(path =>
            !Sidecars.Contains(Path.GetExtension(path).ToLowerInvariant())
            || !shapes.Contains(Path.GetFileNameWithoutExtension(path))
        );
    }

    /// <summary>A body that is no multipart, or ends in the middle, is the sender's mistake.</summary>
    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancel);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException(wrong.Message, wrong);
        }
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypes.Multipart, StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 100 } boundary
            ? boundary.ToString()
            : null;

    /// <summary>The name without the folders of the sender; null for one that is none.</summary>
    private static string? PlainName(string name)
    {
        var plain = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return
            plain.Trim('.').Length == 0
            || plain.Length > LongestName
            || plain.Any(char.IsControl)
            || plain.AsSpan().ContainsAny(Forbidden)
            ? null
            : plain;
    }
}
