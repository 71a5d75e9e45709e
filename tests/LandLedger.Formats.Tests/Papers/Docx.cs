using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using LandLedger.Cases;
using LandLedger.Formats.Papers;
using PaperSource = LandLedger.Formats.Papers.PaperSource;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace LandLedger.Formats.Tests.Papers;

/// <summary>DOCX files as another library reads them, and templates as a county changes them.</summary>
internal static class Docx
{
    /// <summary>The paragraphs of the body, by the Open XML SDK, which also holds the file against the schema.</summary>
    public static string[] Paragraphs(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator()
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => error.Description)
        );
        return
        [
            .. document
                .MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
                .Select(paragraph =>
                    string.Concat(
                        paragraph
                            .Descendants()
                            .Select(node =>
                                node is Break ? "\n"
                                : node is WordRun text ? text.Text
                                : ""
                            )
                    )
                ),
        ];
    }

    /// <summary>The template that ships, with its document changed.</summary>
    public static PaperTemplate Changed(PaperKind kind, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(PaperTemplate.Default(kind).ToBytes());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
                xml = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(change(xml));
        }
        file.Position = 0;
        var (template, problems) = PaperTemplate.Read(file);
        Assert.Empty(problems);
        return template!;
    }

    public static byte[] Written(PaperKind kind, PaperSource source, PaperTemplate? template = null)
    {
        var (file, problems) = Paper.Write(kind, source, template);
        Assert.Empty(problems.Select(problem => problem.In(Language.Chinese)));
        return file!;
    }

    /// <summary>Every entry with the time that it bears.</summary>
    public static IEnumerable<DateTimeOffset> Times(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry => entry.LastWriteTime)];
    }

    public static XDocument Body(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var stream = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(stream);
    }
}
