using System.Text;

namespace LandLedger.Formats.Tables;

/// <summary>Which character separates the cells: the one that most lines agree on, counted outside quotation marks.</summary>
internal static class Separator
{
    private const int SampleChars = 64 * 1024;
    private const string Candidates = ",\t;|";

    /// <summary>Looks at the beginning and puts the stream back.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="encoding">Of the text.</param>
    /// <param name="stated">Whether the first line is "sep=;", as spreadsheets write it.</param>
    public static char Of(Stream stream, Encoding encoding, out bool stated)
    {
        var start = stream.Position;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[SampleChars];
        var sample = buffer.AsSpan(0, reader.ReadBlock(buffer));
        stream.Position = start;
        stated = sample.Length > 4 && sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        return stated ? sample[4] : MostAgreed(sample);
    }

    private static char MostAgreed(ReadOnlySpan<char> sample)
    {
        Span<int> now = stackalloc int[Candidates.Length];
        var lines = new List<int[]>();
        var quoted = false;
        foreach (var letter in sample)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (letter == '\n')
            {
                lines.Add(now.ToArray());
                now.Clear();
            }
            else if (Candidates.IndexOf(letter) is var at and >= 0)
                now[at]++;
        }
        lines.Add(now.ToArray());
        var best = 0;
        var most = 0;
        for (var candidate = 0; candidate < Candidates.Length; candidate++)
        {
            // The count that most lines share, times the lines that share it.
            var agreed = lines
                .Select(line => line[candidate])
                .Where(count => count > 0)
                .GroupBy(count => count)
                .Select(group => group.Count() * Math.Min(group.Key, 4))
                .DefaultIfEmpty()
                .Max();
            if (agreed > most)
                (best, most) = (candidate, agreed);
        }
        return Candidates[best];
    }
}
