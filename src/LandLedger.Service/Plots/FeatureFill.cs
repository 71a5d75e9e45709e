using LandLedger.Import;

namespace LandLedger.Service.Plots;

/// <summary>
/// Makes features before they are asked for. Once several pages of a form were asked for in one state of the store, all its plots are
/// made in that form, along the key, while there is room: one form at a time, on one core. Another state of the store ends it.
/// </summary>
internal sealed class FeatureFill : IDisposable
{
    /// <summary>So many pages that were not kept show that a form is in use and that no import commits without pause.</summary>
    private const int Pages = 8;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private Task _filling = Task.CompletedTask;
    private KeptFeatures.OfState? _features;
    private FeatureForm? _form;
    private int _missed;

    /// <summary>Whether that form was begun: where its plots do not find room, it is not begun again.</summary>
    private bool _isBegun;

    /// <summary>That a page had to be made.</summary>
    public void Missed(KeptFeatures.OfState features, FeatureReader reader)
    {
        lock (_lock)
        {
            if (_features != features || _form != reader.Form)
                (_features, _form, _missed, _isBegun) = (features, reader.Form, 0, false);
            if (++_missed < Pages || _isBegun || !_filling.IsCompleted || _end.IsCancellationRequested)
                return;
            _isBegun = true;
            _filling = Task.Factory.StartNew(
                () => Fill(features, reader),
                _end.Token,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
    }

    /// <summary>Waits until nothing reads from the store any more.</summary>
    public void Dispose()
    {
        lock (_lock)
            _end.Cancel();
        Task.WhenAny(_filling).Wait();
        _end.Dispose();
    }

    private void Fill(KeptFeatures.OfState features, FeatureReader reader)
    {
        try
        {
            reader.Fill(features, _end.Token);
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever asks for a page meets the same trouble and is told of it.
        }
    }
}
