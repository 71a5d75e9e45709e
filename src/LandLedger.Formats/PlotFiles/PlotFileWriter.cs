using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Issuing;
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
    /// <summary>More neighbours would fill a sketch with lines.</summary>
    private const int MostNeighbours = 500;

    /// <summary>The file of a plot, with a sketch among its neighbours where it has an outline. The same state of the store gives the same bytes.</summary>
    /// <param name="evaluation">Of the plot, with its findings.</param>
    /// <param name="lists">The issued lists of the store.</param>
    public static byte[] Write(
        Evaluation evaluation,
        IPlotStore store,
        ListBook lists,
        ListBasis basis,
        PlotFileForm form,
        Texts texts
    )
    {
        IEnumerable<Plot> neighbours = evaluation.Plot.Shape is { Wkb.IsEmpty: false } shape
            ? store.Plots(
                new()
                {
                    Shapes = true,
                    Box = PlotSketch.Around(shape),
                    On = evaluation.AsOf,
                    Limit = MostNeighbours,
                }
            )
            : [];
        return Write(PlotFile.Of(evaluation, store, lists, basis, texts), neighbours, form, texts);
    }

    /// <summary>The file, with a sketch where the plot has an outline. The same input gives the same bytes.</summary>
    /// <param name="neighbours">Plots with their outlines, the plot itself may be among them.</param>
    public static byte[] Write(PlotFile file, IEnumerable<Plot> neighbours, PlotFileForm form, Texts texts)
    {
        var sketch = PlotSketch.Of(file.Evaluation.Plot, neighbours);
        return form == PlotFileForm.Html ? PlotFileHtml.Of(file, sketch, texts) : PlotFileWord.Of(file, sketch, texts);
    }
}
