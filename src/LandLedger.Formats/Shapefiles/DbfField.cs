namespace LandLedger.Formats.Shapefiles;

/// <summary>One field of a DBF: its name as bytes, type letter, and where it stands in a record.</summary>
internal sealed record DbfField(byte[] Name, char Type, int Offset, int Width)
{
    public const string ReadTypes = "CNFDLI";

    public bool IsRead => ReadTypes.Contains(Type, StringComparison.Ordinal);
}
