namespace LandLedger.Import;

/// <summary>A plot that a query has found and nobody has read yet.</summary>
/// <param name="Row">What the store tells rows of one key apart by: in one state of a store a key and a row stand for one plot as it is.</param>
public readonly record struct PlotMark(PlotKey Key, long Row);

/// <summary>
/// The plots that a query finds in one state of a store: which they are, and those of them that are asked for. For one thread; to be
/// disposed soon, as a store may keep the state for it.
/// </summary>
public interface IPlotPage : IDisposable
{
    /// <summary>As <see cref="IPlotStore.State"/> was when they were found; null where there are none, too.</summary>
    string? State { get; }

    /// <summary>In order of county and number.</summary>
    IReadOnlyList<PlotMark> Marks { get; }

    /// <summary>
    /// The plots of some of the marks, which come in their order, with shape; null where the store has gone on and cannot tell any
    /// more what they were.
    /// </summary>
    /// <exception cref="OperationCanceledException">After <paramref name="cancel"/>.</exception>
    IReadOnlyList<Plot>? Read(IReadOnlyList<PlotMark> marks, CancellationToken cancel = default);
}
