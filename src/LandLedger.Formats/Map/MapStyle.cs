using System.Xml.Linq;
using LandLedger.Fields;

namespace LandLedger.Formats.Map;

/// <summary>Colours by the class that counts, as a QGIS style.</summary>
internal static class MapStyle
{
    /// <summary>Red, green, blue of a class; told apart with any kind of colour sight (Okabe and Ito).</summary>
    private static string Colour(Category category) =>
        category switch
        {
            Category.Idle => "213,94,0",
            Category.UseChanged => "204,121,167",
            Category.LowEfficiency => "230,159,0",
            Category.Undetermined => "240,228,66",
            Category.NotSupplied => "86,180,233",
            Category.Reserve => "0,114,178",
            Category.InOrder => "0,158,115",
            _ => throw new ArgumentOutOfRangeException(nameof(category)),
        };

    public static string Qml(Texts texts)
    {
        var categories = Enum.GetValues<Category>();
        return new XElement(
            "qgis",
            new XAttribute("version", "3.22"),
            new XAttribute("styleCategories", "Symbology"),
            new XElement(
                "renderer-v2",
                new XAttribute("type", "categorizedSymbol"),
                new XAttribute("attr", "coalesce(\"set_category\", \"category\")"),
                new XElement("categories", categories.Select((category, index) => Class(category, index, texts))),
                new XElement("symbols", categories.Select(Symbol))
            )
        ).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Class(Category category, int index, Texts texts)
    {
        var code = Codes.Of(category);
        return new XElement(
            "category",
            new XAttribute("value", code),
            new XAttribute("label", texts["category." + code]),
            new XAttribute("symbol", index),
            new XAttribute("render", "true")
        );
    }

    private static XElement Symbol(Category category, int index) =>
        new(
            "symbol",
            new XAttribute("type", "fill"),
            new XAttribute("name", index),
            new XAttribute("alpha", "1"),
            new XElement(
                "layer",
                new XAttribute("class", "SimpleFill"),
                new XAttribute("enabled", "1"),
                new XElement(
                    "Option",
                    new XAttribute("type", "Map"),
                    Option("color", Colour(category) + ",160"),
                    Option("outline_color", "64,64,64,255"),
                    Option("outline_width", "0.2"),
                    Option("style", "solid")
                )
            )
        );

    private static XElement Option(string name, string value) =>
        new("Option", new XAttribute("type", "QString"), new XAttribute("name", name), new XAttribute("value", value));
}
