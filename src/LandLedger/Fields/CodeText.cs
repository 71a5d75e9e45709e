using System.Text;

namespace LandLedger.Fields;

/// <summary>Enum members as the kebab-case codes of files, columns and JSON; the member with value 0 named Unknown is null.</summary>
public static class CodeText
{
    public static string Of<T>(T value)
        where T : struct, Enum => Codes<T>.Names[Codes<T>.IndexOf(value)];

    /// <summary>The code, or null for the Unknown member.</summary>
    public static string? OrNull<T>(T value)
        where T : struct, Enum => Codes<T>.IndexOf(value) is > 0 and var index ? Codes<T>.Names[index] : null;

    /// <summary>The member of a code; null or a foreign text gives the member with value 0.</summary>
    public static T Parse<T>(string? code)
        where T : struct, Enum
    {
        if (code is null)
            return default;
        var index = Array.IndexOf(Codes<T>.Names, code);
        return index < 0 ? default : Codes<T>.Values[index];
    }

    internal static IReadOnlyList<string> All(Type type) => [.. Table(type).Where(code => code != "unknown")];

    private static string[] Table(Type type) => [.. Enum.GetNames(type).Select(Kebab)];

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

    private static class Codes<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Names = Table(typeof(T));

        public static int IndexOf(T value) => Array.IndexOf(Values, value);
    }
}
