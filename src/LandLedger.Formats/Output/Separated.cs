namespace LandLedger.Formats.Output;

/// <summary>An item that knows whether a comma goes before it.</summary>
internal readonly record struct Separated<T>(T Item, bool First);

internal static class Separated
{
    public static IEnumerable<Separated<T>> Mark<T>(IEnumerable<T> items)
    {
        var first = true;
        foreach (var item in items)
        {
            yield return new(item, first);
            first = false;
        }
    }
}
