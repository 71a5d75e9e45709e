using System.Text;
using LandLedger.Filters;

namespace LandLedger.Formats.Shapefiles;

/// <summary>One field of a DBF: its name as bytes, type letter, and where it stands in a record.</summary>
internal sealed record DbfField(byte[] Name, char Type, int Offset, int Width, int Decimals)
{
    /// <summary>Digits of a whole number that surely fits.</summary>
    private const int MostDigits = 18;

    public const string ReadTypes = "CNFDLI";

    /// <summary>What all values of the field are.</summary>
    public FilterType ValueType =>
        Type switch
        {
            'N' when Decimals == 0 && Width <= MostDigits => FilterType.Integer,
            'N' or 'F' => FilterType.Number,
            'I' => FilterType.Integer,
            'D' => FilterType.Date,
            'L' => FilterType.Boolean,
            _ => FilterType.Text,
        };

    /// <summary>A name has ten bytes at most; where characters take several, a writer that keeps them whole stops a byte before.</summary>
    public bool MayBeCut =>
        DbfText.Trim(Name).Length is var bytes && (bytes >= 10 || (bytes == 9 && !Ascii.IsValid(Name)));

    public bool IsRead => ReadTypes.Contains(Type, StringComparison.Ordinal);
}
