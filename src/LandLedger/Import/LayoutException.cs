namespace LandLedger.Import;

/// <summary>
/// A file is no layout. What is wrong stands in the texts under <c>layout.CODE</c>, with the member or value that it is about; the
/// message is the English one.
/// </summary>
public sealed class LayoutException : FormatException
{
    private readonly (string Name, string Value)[] _values;

    internal LayoutException(string code, params (string Name, string Value)[] values)
        : base(Sentence(Texts.English, code, values)) => (Code, _values) = (code, values);

    public string Code { get; }

    public string In(Texts texts) => Sentence(texts, Code, _values);

    private static string Sentence(Texts texts, string code, (string Name, string Value)[] values) =>
        texts.Fill("layout." + code, name => Array.Find(values, value => value.Name == name).Value);
}
