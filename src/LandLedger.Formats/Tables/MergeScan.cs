using System.Text;
using DocumentFormat.OpenXml.Packaging;
using LandLedger.Import;
using LandLedger.Import.Columns;

namespace LandLedger.Formats.Tables;

/// <summary>
/// Finds the merged blocks of a sheet before its rows are read: they stand behind the rows in the file, so the bytes are searched
/// for them rather than parsed twice.
/// </summary>
internal static class MergeScan
{
    private const int ChunkBytes = 1 << 16;
    private const int Overlap = 256;
    private const int Most = 100_000;

    public static IReadOnlyList<CellSpan> Read(WorksheetPart part)
    {
        using var stream = new BoundedStream(part.GetStream(FileMode.Open, FileAccess.Read), ZipCheck.MostBytes);
        var buffer = new byte[ChunkBytes + Overlap];
        var spans = new List<CellSpan>();
        var kept = 0;
        int read;
        while ((read = stream.ReadAtLeast(buffer.AsSpan(kept, ChunkBytes), ChunkBytes, throwOnEndOfStream: false)) > 0)
        {
            var chunk = buffer.AsSpan(0, kept + read);
            var done = Collect(chunk, spans);
            kept = Math.Min(chunk.Length - done, Overlap);
            chunk[^kept..].CopyTo(buffer);
            if (spans.Count >= Most)
                break;
        }
        return spans;
    }

    /// <summary>Bytes that are done with; a mark that the chunk cuts off waits for the next one.</summary>
    private static int Collect(ReadOnlySpan<byte> chunk, List<CellSpan> spans)
    {
        var at = 0;
        while (true)
        {
            var found = chunk[at..].IndexOf("mergeCell "u8);
            if (found < 0)
                return Math.Max(at, chunk.Length - "mergeCell ".Length);
            var start = at + found;
            var length = chunk[start..].IndexOf((byte)'>');
            if (length < 0)
                return start;
            var mark = chunk.Slice(start, length);
            var value = mark.IndexOf("ref=\""u8);
            if (value >= 0 && mark[(value + 5)..].IndexOf((byte)'"') is var end and > 0)
            {
                if (CellReference.Span(Encoding.ASCII.GetString(mark.Slice(value + 5, end))) is { } span)
                    spans.Add(span);
            }
            at = start + length;
        }
    }
}
