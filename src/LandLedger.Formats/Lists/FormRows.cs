using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using LandLedger.Formats.Json;

namespace LandLedger.Formats.Lists;

/// <summary>The sheet of a template with its row of placeholders once a plot; streamed, and what stands below moved down.</summary>
/// <param name="texts">Of each cell of the row its text, as far as it has placeholders.</param>
internal sealed class FormRows(XElement row, Dictionary<XElement, string> texts, IReadOnlyList<FormColumn> columns)
{
    private readonly XNamespace _main = row.Name.Namespace;
    private readonly int _first = (int)row.Attribute("r")!;

    private readonly Dictionary<string, FormColumn> _columns = columns.ToDictionary(
        column => column.Title,
        StringComparer.Ordinal
    );

    public void Write(Stream output, XElement sheet, IEnumerable<Evaluation> evaluations, CancellationToken cancel)
    {
        using var xml = XmlWriter.Create(output);
        xml.WriteStartElement(sheet.Name.LocalName, sheet.Name.NamespaceName);
        foreach (var attribute in sheet.Attributes())
            WriteAttribute(xml, attribute);
        var moved = 0;
        foreach (var part in sheet.Elements())
        {
            if (part.Name == _main + "sheetData")
                moved = WriteRows(xml, part, evaluations, cancel);
            else if (part.Name == _main + "mergeCells")
                Merged(part, moved).WriteTo(xml);
            else if (part.Name != _main + "dimension")
                part.WriteTo(xml);
        }
        xml.WriteEndElement();
    }

    private static void WriteAttribute(XmlWriter xml, XAttribute attribute)
    {
        if (!attribute.IsNamespaceDeclaration)
            xml.WriteAttributeString(attribute.Name.LocalName, attribute.Name.NamespaceName, attribute.Value);
        else if (attribute.Name.LocalName != "xmlns")
            xml.WriteAttributeString("xmlns", attribute.Name.LocalName, null, attribute.Value);
    }

    /// <summary>By how many rows those below have moved.</summary>
    private int WriteRows(XmlWriter xml, XElement data, IEnumerable<Evaluation> evaluations, CancellationToken cancel)
    {
        xml.WriteStartElement("sheetData", _main.NamespaceName);
        foreach (var above in row.ElementsBeforeSelf())
            above.WriteTo(xml);
        var next = _first;
        foreach (var evaluation in evaluations)
        {
            cancel.ThrowIfCancellationRequested();
            Filled(evaluation, next++).WriteTo(xml);
        }
        var moved = next - _first - 1;
        foreach (var below in row.ElementsAfterSelf())
            At(new XElement(below), (int)below.Attribute("r")! + moved).WriteTo(xml);
        xml.WriteEndElement();
        return moved;
    }

    private XElement Filled(Evaluation evaluation, int place)
    {
        var filled = new XElement(row.Name, row.Attributes());
        foreach (var cell in row.Elements())
            filled.Add(texts.TryGetValue(cell, out var text) ? Cell(cell, text, evaluation) : new XElement(cell));
        return At(filled, place);
    }

    /// <summary>A number where the cell is one placeholder and nothing else; else a text. What is not known leaves it empty.</summary>
    private XElement Cell(XElement cell, string text, Evaluation evaluation)
    {
        var filled = new XElement(
            cell.Name,
            cell.Attributes().Where(attribute => attribute.Name.LocalName is "r" or "s")
        );
        var match = FormTemplate.Placeholder().Match(text);
        if (match.Length == text.Trim().Length && Said(match.Groups[1].Value, evaluation) is { Number: { } } fact)
        {
            var number = Shown(fact, _columns[match.Groups[1].Value].Decimals);
            filled.Add(new XElement(_main + "v", number));
            return filled;
        }
        var said = FormTemplate
            .Placeholder()
            .Replace(text, found => Word(found.Groups[1].Value, Said(found.Groups[1].Value, evaluation)));
        if (said.Length == 0)
            return filled;
        filled.Add(
            new XAttribute("t", "inlineStr"),
            new XElement(
                _main + "is",
                new XElement(
                    _main + "t",
                    new XAttribute(XNamespace.Xml + "space", "preserve"),
                    Papers.XmlText.Clean(said)
                )
            )
        );
        return filled;
    }

    private Fact Said(string title, Evaluation evaluation) => _columns[title].Of(evaluation);

    private string Word(string title, Fact fact) =>
        fact.Number is not null ? Shown(fact, _columns[title].Decimals)
        : fact.Date is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : fact.Flag is { } flag ? Texts.Chinese[flag ? "list.yes" : "list.no"]
        : fact.Text ?? "";

    private static string Shown(Fact fact, int decimals) =>
        JsonForm.Trim(Rounding.HalfUp(fact.Number!.Value, decimals)).ToString(CultureInfo.InvariantCulture);

    private static XElement At(XElement moved, int place)
    {
        moved.SetAttributeValue("r", place);
        foreach (var cell in moved.Elements().Where(cell => cell.Attribute("r") is not null))
            cell.SetAttributeValue("r", Moved((string)cell.Attribute("r")!, place));
        return moved;
    }

    private XElement Merged(XElement merges, int moved)
    {
        var copy = new XElement(merges);
        foreach (var merge in copy.Elements())
        {
            var ends = ((string)merge.Attribute("ref")!).Split(':');
            if (RowOf(ends[0]) > _first)
                merge.SetAttributeValue("ref", string.Join(':', ends.Select(end => Moved(end, RowOf(end) + moved))));
        }
        return copy;
    }

    private static int RowOf(string cell) =>
        int.Parse(cell.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"]), CultureInfo.InvariantCulture);

    /// <summary>The same column in another row.</summary>
    private static string Moved(string cell, int place) =>
        cell.TrimEnd([.. "0123456789"]) + place.ToString(CultureInfo.InvariantCulture);
}
