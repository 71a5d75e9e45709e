using System.Collections.Concurrent;
using System.Text;

namespace LandLedger.Fields;

/// <summary>Enum members as the kebab-case codes of files, columns and JSON; the member with value 0 named Unknown is null.</summary>
public static class CodeText
{
    private static readonly ConcurrentDictionary<Type, string[]> Names = new();

    public static string Of<T>(T value)
        where T : struct, Enum => Table(typeof(T))[Convert.ToInt32(value, null)];

    /// <summary>The code, or null for the Unknown member.</summary>
    public static string? OrNull<T>(T value)
        where T : struct, Enum => Convert.ToInt32(value, null) == 0 ? null : Of(value);

    /// <summary>The member of a code; null or a foreign text gives the member with value 0.</summary>
    public static T Parse<T>(string? code)
        where T : struct, Enum
    {
        if (code is null)
            return default;
        var index = Array.IndexOf(Table(typeof(T)), code);
        return index < 0 ? default : (T)Enum.ToObject(typeof(T), index);
    }

    internal static IReadOnlyList<string> All(Type type) => [.. Table(type).Where(code => code != "unknown")];

    private static string[] Table(Type type) => Names.GetOrAdd(type, t => [.. Enum.GetNames(t).Select(Kebab)]);

    private static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
