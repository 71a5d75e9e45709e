using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using LandLedger.Formats.Papers;

namespace LandLedger.Formats.Lists;

/// <summary>Why a workbook is no template of a form; the sentence stands in the texts under <c>problem.form-CODE</c>.</summary>
/// <param name="Value">What is wrong, or what would do.</param>
public sealed record FormProblem(string Code, string Value)
{
    public string In(Texts texts) => texts.Fill("problem.form-" + Code, _ => Value);
}

/// <summary>
/// A workbook of a county's own for a form (模板): one row of one sheet has placeholders as <c>{{产权人}}</c>, the titles of the form. That row is
/// written once a plot, in the styles of its cells; rows below move down. All else stays as it is.
/// </summary>
public sealed partial class FormTemplate
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly WordPackage _package;
    private readonly string _part;
    private readonly XDocument _sheet;
    private readonly XElement _row;

    /// <summary>Of each cell of the row its text, as far as it has placeholders.</summary>
    private readonly Dictionary<XElement, string> _texts;

    private FormTemplate(WordPackage package, string part, XElement row, Dictionary<XElement, string> texts) =>
        (_package, _part, _sheet, _row, _texts) = (package, part, row.Document!, row, texts);

    /// <summary>Reads a template for a form: there is one, or why not.</summary>
    public static (FormTemplate? Template, FormProblem? Problem) Read(FormKind kind, Stream file)
    {
        try
        {
            return WordPackage.Read(file) is { } package
                ? Of(package, [.. PlotForm.Columns(kind).Select(column => column.Title)])
                : (null, new("too-large", WordPackage.MostMegabytes.ToString(CultureInfo.InvariantCulture)));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return (null, new("not-xlsx", ""));
        }
    }

    private static (FormTemplate?, FormProblem?) Of(WordPackage package, HashSet<string> titles)
    {
        var shared = SharedTexts(package);
        var found = new List<FormTemplate>();
        foreach (var (name, _) in package.Entries.Where(entry => Sheet().IsMatch(entry.Name)))
        {
            foreach (var row in package.Part(name).Descendants(Main + "row"))
            {
                var texts = row.Elements(Main + "c")
                    .Select(cell => (Cell: cell, Text: TextOf(cell, shared)))
                    .Where(said => Placeholder().IsMatch(said.Text))
                    .ToDictionary(said => said.Cell, said => said.Text);
                if (texts.Count > 0)
                    found.Add(new(package, name, row, texts));
            }
        }
        if (found is not [var template])
            return (null, new("one-row", found.Count.ToString(CultureInfo.InvariantCulture)));
        var unknown = template
            ._texts.Values.SelectMany(text => Placeholder().Matches(text))
            .Select(match => match.Groups[1].Value)
            .FirstOrDefault(title => !titles.Contains(title));
        if (unknown is not null)
            return (null, new("placeholder", unknown));
        return
            template._row.ElementsAfterSelf().Prepend(template._row).Descendants(Main + "f").FirstOrDefault()
                is { } formula
            ? (null, new("formula", (string?)formula.Parent!.Attribute("r") ?? ""))
            : (template, null);
    }

    /// <summary>The workbook with a row a plot. The same template and plots give the same bytes.</summary>
    internal void Write(
        Stream output,
        IReadOnlyList<FormColumn> columns,
        IEnumerable<Evaluation> evaluations,
        CancellationToken cancel
    )
    {
        using var zip = new ZipArchive(new ForwardStream(output), ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes) in _package.Entries)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var stream = entry.Open();
            if (name == _part)
                new FormRows(_row, _texts, columns).Write(stream, _sheet.Root!, evaluations, cancel);
            else
                stream.Write(bytes);
        }
    }

    private static List<string> SharedTexts(WordPackage package) =>
        package.Entries.Any(entry => entry.Name == "xl/sharedStrings.xml")
            ? [.. package.Part("xl/sharedStrings.xml").Root!.Elements(Main + "si").Select(Plain)]
            : [];

    private static string TextOf(XElement cell, List<string> shared)
    {
        if ((string?)cell.Attribute("t") != "s")
            return cell.Element(Main + "is") is { } text ? Plain(text) : (string?)cell.Element(Main + "v") ?? "";
        return
            int.TryParse(
                (string?)cell.Element(Main + "v"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var place
            )
            && place >= 0
            && place < shared.Count
            ? shared[place]
            : "";
    }

    /// <summary>A text without its readings.</summary>
    private static string Plain(XElement text) =>
        string.Concat(
            text.Descendants(Main + "t").Where(part => part.Parent!.Name != Main + "rPh").Select(part => part.Value)
        );

    [GeneratedRegex(@"^xl/worksheets/[^/]+\.xml$")]
    private static partial Regex Sheet();

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    internal static partial Regex Placeholder();
}
