using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.Shapefiles;

/// <summary>The attribute table of a shapefile (dBASE III and what GIS programs write as such), read record by record.</summary>
internal sealed class DbfTable
{
    private const int HeaderBytes = 32;
    private const int FieldBytes = 32;
    private const int NameBytes = 11;
    private const byte EndOfFields = 0x0D;
    private const byte Deleted = (byte)'*';

    private readonly Stream _stream;
    private readonly byte[] _record;
    private readonly int _headerBytes;
    private readonly byte _driver;
    private readonly Dictionary<DbfField, int> _starred = [];
    private Decoder _decoder = Encoding.UTF8.GetDecoder();

    private DbfTable(Stream stream, ReadOnlySpan<byte> header, List<DbfField> fields)
    {
        _stream = stream;
        Records = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        _headerBytes = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        _record = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header[10..])];
        _driver = header[29];
        Fields = fields;
    }

    public IReadOnlyList<DbfField> Fields { get; }

    /// <summary>As the header says; the file may hold fewer.</summary>
    public long Records { get; private set; }

    /// <summary>Records marked as deleted that have been read since the last rewind.</summary>
    public int DeletedRecords { get; private set; }

    /// <summary>How many values of each field have been read as unknown since the last rewind because they are nothing but stars.</summary>
    public IEnumerable<(DbfField Field, int Count)> Starred => _starred.Select(starred => (starred.Key, starred.Value));

    public static DbfTable? Open(Stream stream)
    {
        stream.Position = 0;
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return null;
        }
        var record = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
        var fields = ReadFields(stream, BinaryPrimitives.ReadUInt16LittleEndian(header[8..]));
        var fits = record > 0 && fields.Count > 0 && fields[^1].Offset + fields[^1].Width <= record;
        if (!fits)
        {
            return null;
        }
        var table = new DbfTable(stream, header, fields);
        // A broken writer may leave the count at zero or too high: the length of the file decides.
        var held = Math.Max(0, (stream.Length - table._headerBytes) / record);
        table.Records = table.Records > held || (table.Records == 0 && held > 1) ? held : table.Records;
        return table;
    }

    public string Name(DbfField field) => DbfText.Decode(_decoder, field.Name).Trim();

    /// <summary>Settles the encoding: declared where the text agrees, else by all text of the table.</summary>
    public ImportIssue? ChooseEncoding(string? cpg, string file)
    {
        var text = AllText();
        var named = cpg is null ? null : DbfText.Named(cpg);
        var declared = named ?? DbfText.OfDriver(_driver);
        var declaration = named is not null
            ? cpg!.Trim()
            : string.Create(CultureInfo.InvariantCulture, $"LDID 0x{_driver:X2}");
        // One-byte code pages accept every byte, so such a declaration is believed only where nothing else fits.
        var trusted =
            declared is not null
            && (text.IsAscii || (text.Fits(declared) && (named is not null || !declared.IsSingleByte)));
        var (encoding, code) =
            trusted ? (declared!, "dbf.encoding-declared")
            : text.IsAscii ? (Encoding.UTF8, null)
            : text.IsUtf8 ? (Encoding.UTF8, declared is null ? "dbf.encoding-found" : "dbf.encoding-contradicted")
            : text.IsGb18030
                ? (TextEncoding.Gb18030, declared is null ? "dbf.encoding-found" : "dbf.encoding-contradicted")
            : declared is { IsSingleByte: true } ? (declared, "dbf.encoding-declared")
            : (TextEncoding.Gb18030, "dbf.encoding-unknown");
        _decoder = encoding.GetDecoder();
        if (code is null || text.IsAscii)
        {
            return null;
        }
        var severity = code is "dbf.encoding-declared" or "dbf.encoding-found" ? Severity.Note : Severity.Warn;
        return (
            FileIssue.Note(file, code, value: declared is null ? null : declaration) with
            {
                Severity = severity,
            }
        ).With(("encoding", EncodingName.Of(encoding)));
    }

    /// <summary>Reads the next record into the cells; false for a deleted one, null at the end of the file.</summary>
    public bool? Read(string?[] cells, IReadOnlyList<DbfField> fields)
    {
        if (_stream.ReadAtLeast(_record, _record.Length, throwOnEndOfStream: false) < _record.Length)
        {
            return null;
        }
        if (_record[0] == Deleted)
        {
            DeletedRecords++;
            return false;
        }
        for (var i = 0; i < fields.Count; i++)
        {
            cells[i] = Cell(fields[i]);
        }
        return true;
    }

    public void Rewind()
    {
        _stream.Position = _headerBytes;
        _starred.Clear();
        DeletedRecords = 0;
    }

    private static List<DbfField> ReadFields(Stream stream, int headerBytes)
    {
        var bytes = new byte[Math.Max(0, headerBytes - HeaderBytes)];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var fields = new List<DbfField>();
        var offset = 1;
        for (var at = 0; at + FieldBytes <= read && bytes[at] != EndOfFields; at += FieldBytes)
        {
            var field = bytes.AsSpan(at, FieldBytes);
            fields.Add(
                new DbfField([.. DbfText.Trim(field[..NameBytes])], (char)field[11], offset, field[16], field[17])
            );
            offset += field[16];
        }
        return fields;
    }

    private DbfText AllText()
    {
        var text = new DbfText();
        var texts = Fields.Where(field => field.Type == 'C').ToArray();
        foreach (var field in Fields)
        {
            text.Add(field.Name);
        }
        if (texts.Length == 0)
        {
            return text;
        }
        Rewind();
        while (_stream.ReadAtLeast(_record, _record.Length, throwOnEndOfStream: false) == _record.Length)
        {
            foreach (var field in texts)
            {
                text.Add(DbfText.Trim(_record.AsSpan(field.Offset, field.Width)));
            }
        }
        return text;
    }

    private string? Cell(DbfField field)
    {
        var bytes = _record.AsSpan(field.Offset, field.Width);
        if (field.Type == 'I')
        {
            return field.Width == 4
                ? BinaryPrimitives.ReadInt32LittleEndian(bytes).ToString(CultureInfo.InvariantCulture)
                : null;
        }
        if (field.Type == 'C')
        {
            return DbfText.Decode(_decoder, bytes) is { Length: > 0 } text ? text : null;
        }
        var plain = Encoding.ASCII.GetString(DbfText.Trim(bytes)).Trim();
        return field.Type switch
        {
            _ when plain.Length == 0 => null,
            'N' or 'F' => plain[0] == '*' ? Stars(field) : plain,
            'L' => plain == "?" ? null : plain,
            'D' when plain is "0" or "00000000" => null,
            'D' when plain.Length == 8 && plain.All(char.IsAsciiDigit) => $"{plain[..4]}-{plain[4..6]}-{plain[6..]}",
            _ => plain,
        };
    }

    /// <summary>Programs fill a number that is unknown with stars, and one that is too wide for its field.</summary>
    private string? Stars(DbfField field)
    {
        _starred[field] = _starred.GetValueOrDefault(field) + 1;
        return null;
    }
}
