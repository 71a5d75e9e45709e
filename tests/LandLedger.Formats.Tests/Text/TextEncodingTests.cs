using System.Globalization;
using System.Text;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Text;

public class TextEncodingTests
{
    private const string Header = "地块编号,面积(公顷)\r\nJ1,5.7089\r\n";

    private static (Encoding? Encoding, ImportIssue? Issue) Detect(byte[] bytes) =>
        TextEncoding.Detect(new MemoryStream(bytes), "a.txt");

    private static byte[] Bytes(Encoding encoding, string text) =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    [Fact]
    public void Chinese_text_is_told_apart_in_every_encoding()
    {
        Assert.Equal("utf-8", Detect(Bytes(new UTF8Encoding(false), Header)).Encoding!.WebName);
        Assert.Equal("utf-8", Detect(Bytes(new UTF8Encoding(true), Header)).Encoding!.WebName);
        Assert.Equal("utf-16", Detect(Bytes(Encoding.Unicode, Header)).Encoding!.WebName);
        Assert.Equal("utf-16BE", Detect(Bytes(Encoding.BigEndianUnicode, Header)).Encoding!.WebName);
        Assert.Same(TextEncoding.Gbk, Detect(TextEncoding.Gbk.GetBytes(Header)).Encoding);
        Assert.Same(TextEncoding.Gb18030, Detect(TextEncoding.Gb18030.GetBytes(Header + "㐂𠮷")).Encoding);
    }

    [Fact]
    public void Four_byte_characters_read_back_as_written()
    {
        var bytes = TextEncoding.Gb18030.GetBytes("东㙍村,𠮷");
        using var reader = new StreamReader(new MemoryStream(bytes), Detect(bytes).Encoding!);
        Assert.Equal("东㙍村,𠮷", reader.ReadToEnd());
    }

    [Fact]
    public void Plain_ascii_and_an_empty_file_are_utf8()
    {
        Assert.Equal("utf-8", Detect("a,b\n1,2\n"u8.ToArray()).Encoding!.WebName);
        Assert.Equal("utf-8", Detect([]).Encoding!.WebName);
    }

    [Fact]
    public void Gbk_after_a_megabyte_of_ascii_is_still_found()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)'1', 1_000_001), .. TextEncoding.Gbk.GetBytes("兴国县")];
        Assert.Same(TextEncoding.Gbk, Detect(bytes).Encoding);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_534)]
    [InlineData(65_533)]
    public void A_character_across_a_chunk_border_is_whole(int before)
    {
        var ascii = new string('x', before);
        Assert.Equal("utf-8", Detect(new UTF8Encoding(false).GetBytes(ascii + "地块")).Encoding!.WebName);
        Assert.Same(TextEncoding.Gbk, Detect(TextEncoding.Gbk.GetBytes(ascii + "地块")).Encoding);
        Assert.Same(TextEncoding.Gb18030, Detect(TextEncoding.Gb18030.GetBytes(ascii + "㐂地块")).Encoding);
    }

    [Fact]
    public void A_bad_byte_in_a_gbk_file_is_named_with_offset_and_line()
    {
        // Line 1 is 地块 (4 bytes) and CRLF; line 2 starts with 0xFF at offset 6.
        var (encoding, issue) = Detect([.. TextEncoding.Gbk.GetBytes("地块\r\n"), 0xFF, .. "abc"u8]);
        Assert.Null(encoding);
        Assert.Equal("file.encoding", issue!.Code);
        Assert.Equal(2, issue.Line);
        Assert.Equal("6", issue.Arguments["offset"]);
    }

    [Fact]
    public void Utf8_cut_inside_a_character_is_damaged_utf8_and_not_gbk()
    {
        var whole = new UTF8Encoding(false).GetBytes("地块编号\n地块名称");
        var (encoding, issue) = Detect(whole[..^2]);
        Assert.Null(encoding);
        Assert.Equal("UTF-8", issue!.Arguments["encoding"]);
        Assert.Equal(2, issue.Line);
        // Four characters of three bytes, a line feed, three more characters: the cut one starts at 22.
        Assert.Equal("22", issue.Arguments["offset"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_without_a_mark_is_told_by_its_zero_bytes_and_a_note_says_so(bool bigEndian)
    {
        // 一 (U+4E00) and 开 (U+5F00) have a zero byte on the other side than digits have.
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: false);
        var bytes = encoding.GetBytes("地块编号,约定开工日期\r\n一期开发-01,2024-03-01\r\n一期开发-02,2024-03-02\r\n");

        var (found, issue) = Detect(bytes);

        Assert.Equal(encoding.WebName, found!.WebName);
        Assert.Equal(("file.encoding-unmarked", Severity.Note), (issue!.Code, issue.Severity));
    }

    [Fact]
    public void A_lone_surrogate_in_utf16_is_named()
    {
        var (encoding, issue) = Detect([0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x41, 0x00]);
        Assert.Null(encoding);
        Assert.Equal("6", issue!.Arguments["offset"]);
        Assert.Equal(2, issue.Line);
    }

    [Fact]
    public void A_mark_of_utf8_before_gbk_bytes_is_refused()
    {
        var (encoding, issue) = Detect([0xEF, 0xBB, 0xBF, .. TextEncoding.Gbk.GetBytes("兴国县")]);
        Assert.Null(encoding);
        Assert.Equal("3", issue!.Arguments["offset"]);
    }

    [Fact]
    public void Two_words_of_gbk_that_are_valid_utf8_too_come_with_a_warning()
    {
        // 模 C4 A3, 校 D0 A3: UTF-8 would read ģУ.
        var (encoding, issue) = Detect([0xC4, 0xA3, 0xD0, 0xA3]);
        Assert.Same(TextEncoding.Gbk, encoding);
        Assert.Equal("file.encoding-unclear", issue!.Code);
        Assert.Equal(Severity.Warn, issue.Severity);
    }

    [Fact]
    public void A_square_metre_sign_alone_stays_utf8()
    {
        var (encoding, issue) = Detect("area m²\n12.5\n"u8.ToArray());
        Assert.Equal("utf-8", encoding!.WebName);
        Assert.Null(issue);
    }

    [Theory]
    [InlineData("504B030414000000", "ZIP / XLSX")]
    [InlineData("255044462D312E37", "PDF")]
    [InlineData("D0CF11E0A1B11AE1", "XLS / DOC")]
    [InlineData("6162636465666768696A6B6C6D6E6F70000001", "NUL")]
    [InlineData("0100020003000000000001000200FF", "NUL")]
    public void Content_that_is_no_text_is_named(string hex, string looks)
    {
        var (encoding, issue) = Detect(Convert.FromHexString(hex));
        Assert.Null(encoding);
        Assert.Equal("file.not-text", issue!.Code);
        Assert.Equal(looks, issue.Arguments["looks"]);
    }

    [Fact]
    public void The_stream_is_put_back_where_it_stood()
    {
        var stream = new MemoryStream("abcdef"u8.ToArray()) { Position = 2 };
        TextEncoding.Detect(stream, "a.txt");
        Assert.Equal(2, stream.Position);
    }

    [Fact]
    public void What_is_accepted_decodes_without_a_replacement_character()
    {
        var random = new Random(20260101);
        var accepted = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(1, 6)];
            random.NextBytes(bytes);
            var (encoding, issue) = Detect(bytes);
            if (encoding is null)
            {
                Assert.NotNull(issue);
                continue;
            }
            accepted++;
            var text = new StreamReader(new MemoryStream(bytes), encoding).ReadToEnd();
            Assert.False(
                text.Contains('\uFFFD', StringComparison.Ordinal) && !IsItself(bytes),
                string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(bytes)} as {encoding.WebName}")
            );
        }
        Assert.True(accepted > 1000);
    }

    // 84 31 A4 37 is the four-byte code of U+FFFD itself.
    private static bool IsItself(byte[] bytes) =>
        Convert.ToHexString(bytes).Contains("8431A437", StringComparison.Ordinal);
}
