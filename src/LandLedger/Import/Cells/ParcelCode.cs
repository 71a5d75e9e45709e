namespace LandLedger.Import.Cells;

/// <summary>
/// Shape of a parcel code (宗地代码, 19) or real-estate unit code (不动产单元代码, 28) of GB/T 37346-2019; there is no check digit.
/// </summary>
public static class ParcelCode
{
    private const int ParcelLength = 19;
    private const int UnitLength = 28;

    public static bool HasShape(ReadOnlySpan<char> code)
    {
        if (code.Length is not (ParcelLength or UnitLength))
            return false;
        return AllDigits(code[..12])
            && "GJZ".Contains(code[12])
            && "ABSXCDEFLNHGWY".Contains(code[13])
            && AllDigits(code[14..ParcelLength])
            && (code.Length == ParcelLength || ("FLQW".Contains(code[ParcelLength]) && AllDigits(code[20..])));
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
