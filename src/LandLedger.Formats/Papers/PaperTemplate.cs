using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Formats.PlotFiles;

namespace LandLedger.Formats.Papers;

/// <summary>
/// A DOCX with placeholders as <c>{{使用权人}}</c> in body, headers, footers and notes (模板). A county may change the one that comes with LandLedger
/// in Word or WPS and hand it in again; how it looks is its own matter.
/// </summary>
public sealed class PaperTemplate
{
    private readonly WordPackage _package;
    private readonly IReadOnlyList<(string Name, string Kind)> _parts;

    private PaperTemplate(WordPackage package, IReadOnlyList<(string Name, string Kind)> parts) =>
        (_package, _parts) = (package, parts);

    /// <summary>The template that comes with LandLedger, <c>data/papers/KIND.txt</c>, or in English <c>KIND-en.txt</c>.</summary>
    public static PaperTemplate Default(PaperKind kind, Language language = Language.Chinese) =>
        Of(
            TemplateText.Package(
                PaperData.Text(CodeText.Of(kind) + (language == Language.Chinese ? ".txt" : "-en.txt"))
            )
        );

    /// <summary>Reads a template of a county's own: there is one, or why not. Whether its placeholders will do shows when a paper is written.</summary>
    public static (PaperTemplate? Template, IReadOnlyList<PaperProblem> Problems) Read(Stream file)
    {
        WordPackage? package;
        try
        {
            package = WordPackage.Read(file);
        }
        catch (InvalidDataException)
        {
            return Refused("template-not-docx");
        }
        if (package is null)
            return Refused(
                "template-too-large",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{WordPackage.MostMegabytes} MiB, {WordPackage.MostEntries} entries"
                )
            );
        var part = WordPackage.ContentTypes;
        try
        {
            var template = Of(package);
            foreach (var (name, _) in template._parts)
                package.Part(part = name);
            return template._parts.Any(text => text.Kind == "document") ? (template, []) : Refused("template-not-docx");
        }
        catch (XmlException)
        {
            return Refused("template-broken", part);
        }
    }

    /// <summary>What stands against it as the template of a paper: placeholders that nobody knows, and what the paper has to state and it leaves out.</summary>
    public IEnumerable<PaperProblem> Faults(PaperKind kind) => TemplateCheck.Faults(kind, this);

    /// <summary>The DOCX itself, to be changed and handed in again.</summary>
    public byte[] ToBytes() => _package.ToBytes();

    /// <summary>Every paragraph that has text.</summary>
    internal IEnumerable<WordText> Texts() =>
        _parts.SelectMany(part => WordText.Of(part.Kind, _package.Part(part.Name)));

    /// <summary>The DOCX with words in the place of its placeholders.</summary>
    /// <param name="mark">A line that stands before all others; null for none.</param>
    internal byte[] Filled(Func<string, string> word, string? mark)
    {
        var filled = _parts.ToDictionary(part => part.Name, part => Filled(part, word, mark), StringComparer.Ordinal);
        return new WordPackage([
            .. _package.Entries.Select(entry => (entry.Name, filled.GetValueOrDefault(entry.Name) ?? entry.Bytes)),
        ]).ToBytes();
    }

    private byte[] Filled((string Name, string Kind) part, Func<string, string> word, string? mark)
    {
        var document = _package.Part(part.Name);
        foreach (var text in WordText.Of(part.Kind, document).ToList())
            text.Fill(word);
        if (mark is not null && part.Kind == "document")
            document.Root!.Elements().First().AddFirst(WordTable.Paragraph(mark, isBold: true));
        using var bytes = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                bytes,
                new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }
            )
        )
            document.Save(writer);
        return bytes.ToArray();
    }

    private static PaperTemplate Of(WordPackage package) => new(package, [.. package.TextParts()]);

    private static (PaperTemplate?, IReadOnlyList<PaperProblem>) Refused(string code, string value = "") =>
        (null, [new(code, "template") { Value = value }]);
}
