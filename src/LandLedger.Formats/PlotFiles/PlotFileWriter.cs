using LandLedger.Import;
using LandLedger.PlotFiles;

namespace LandLedger.Formats.PlotFiles;

/// <summary>In which form a plot file is written.</summary>
public enum PlotFileForm
{
    /// <summary>One page for a browser, to be printed.</summary>
    Html,

    /// <summary>For Word or WPS.</summary>
    Docx,
}

/// <summary>Writes plot files.</summary>
public static class PlotFileWriter
{
    /// <summary>The box in degrees in which the sketch of a plot shows its neighbours; null for a plot without outline.</summary>
    public static Box? Surroundings(Plot plot) =>
        plot.Shape is { Wkb.IsEmpty: false } shape ? PlotSketch.Around(shape) : null;

    /// <summary>The file, with a sketch where the plot has an outline. The same input gives the same bytes.</summary>
    /// <param name="neighbours">Plots with their outlines, the plot itself may be among them.</param>
    public static byte[] Write(PlotFile file, IEnumerable<Plot> neighbours, PlotFileForm form, Texts texts)
    {
        var sketch = PlotSketch.Of(file.Evaluation.Plot, neighbours);
        return form == PlotFileForm.Html ? PlotFileHtml.Of(file, sketch, texts) : PlotFileWord.Of(file, sketch, texts);
    }
}
