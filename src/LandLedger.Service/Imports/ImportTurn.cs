namespace LandLedger.Service.Imports;

/// <summary>One import at a time; the next waits a while for its turn.</summary>
internal sealed class ImportTurn(ServiceOptions options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(1);

    /// <summary>False when another one takes too long.</summary>
    public Task<bool> WaitAsync(CancellationToken cancel) => _free.WaitAsync(options.ImportWait, cancel);

    public void End() => _free.Release();

    public void Dispose() => _free.Dispose();
}
