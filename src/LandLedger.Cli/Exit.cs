namespace LandLedger.Cli;

/// <summary>Exit codes, the same for every command.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int InputRefused = 1;
    public const int WrongUsage = 2;
    public const int StoreOrDisk = 3;

    /// <summary>Stopped by Ctrl-C; the store is as it was.</summary>
    public const int Cancelled = 130;
}

/// <summary>The caller asked for something that cannot be: the sentence says what and how to ask instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
