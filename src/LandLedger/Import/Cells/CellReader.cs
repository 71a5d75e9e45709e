using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Columns;

namespace LandLedger.Import.Cells;

/// <summary>Reads one cell of a mapped column into a fact; whatever cannot be read is an issue of the row and stays unknown.</summary>
internal static class CellReader
{
    private const int MostDigits = 15;
    private const int LongestCode = 100;
    private const int LongestText = 4000;

    /// <summary>U+FFFD, which programs write where they could not read a letter.</summary>
    private const char LostLetter = '\uFFFD';

    public static void Read(RowCells row, MappedColumn column, string? raw)
    {
        if (raw is null)
            return;
        var text = CellText.Trim(raw);
        var field = column.Field;
        if (text.Length == 0)
            return;
        if (Words.MeansWithdrawn(text))
            row.Withdraw(column);
        else if (Words.MeansAbove(text))
            row.Refuse("cell.above", column, text);
        else if (field.Type == FieldType.Flag)
            ReadFlag(row, column, text);
        else if (Words.MeansNothing(text))
            return;
        else if (text[0] == '#' && IsError(text))
            row.Refuse("cell.error", column, text);
        else if (IsFormula(text) && (field.Type != FieldType.Text || IsCode(field)))
            row.Refuse("cell.formula", column, text);
        else if (field.Type == FieldType.Date)
            ReadDate(row, column, text);
        else if (field.Type == FieldType.Code)
            ReadCode(row, column, text);
        else if (field.Type is FieldType.Text or FieldType.TextList or FieldType.Geometry)
            ReadText(row, column, text);
        else
            ReadNumber(row, column, text);
    }

    /// <summary>"=B2*15" as the text of a cell: its result is not in the file.</summary>
    private static bool IsFormula(string text) => text.Length > 1 && text[0] == '=';

    private static bool IsError(string text) =>
        text is "#N/A" or "#REF!" or "#DIV/0!" or "#VALUE!" or "#NAME?" or "#NUM!" or "#NULL!";

    private static void ReadFlag(RowCells row, MappedColumn column, string text)
    {
        if (Words.Flag(column.Field, text) is { } flag)
            row[column] = Fact.Of(flag);
        else if (!Words.MeansNothing(text))
            row.Refuse("flag.invalid", column, text);
    }

    private static void ReadDate(RowCells row, MappedColumn column, string text)
    {
        switch (DateText.Read(text, out var day))
        {
            case DateReading.Day:
                row[column] = Fact.Of(day);
                break;
            case DateReading.Unknown:
                row.Note("date.unknown", column, text);
                break;
            case DateReading.Incomplete:
                row.Warn("date.incomplete", column, text);
                break;
            case DateReading.OutOfRange:
                row.Refuse(
                    "date.out-of-range",
                    column,
                    text,
                    ("firstYear", CellText.Count(DateText.First)),
                    ("lastYear", CellText.Count(DateText.Last))
                );
                break;
            default:
                row.Refuse("date.invalid", column, text);
                break;
        }
    }

    private static void ReadCode(RowCells row, MappedColumn column, string text)
    {
        if (Words.Code(column.Field, text) is { } code)
            row[column] = Fact.Of(code);
        // A cause in an officer's own words is no known kind of delay, but it is a delay all the same.
        else if (column.Field == RowFields.DelayKind)
            row.Warn("code.invalid", column, text, ("codes", CodesOf(column.Field)));
        else
            row.Refuse("code.invalid", column, text, ("codes", CodesOf(column.Field)));
    }

    private static string CodesOf(Field field) => string.Join(',', field.Codes);

    private static void ReadText(RowCells row, MappedColumn column, string text)
    {
        var field = column.Field;
        var isCode = IsCode(field);
        if (field.Type != FieldType.Geometry && text.Length > (isCode ? LongestCode : LongestText))
        {
            row.Refuse("text.too-long", column, text);
            return;
        }
        if (isCode && IsScientific(text))
        {
            row.Refuse("text.digits-lost", column, text);
            return;
        }
        if (text.Contains(LostLetter))
        {
            if (isCode)
            {
                row.Refuse("text.letters-lost", column, text);
                return;
            }
            row.Warn("text.letters-lost", column, text);
        }
        if (IsFormula(text))
            row.Warn("cell.formula-text", column, text);
        if (isCode)
            text =
                field == RowFields.FirmCode || field == PlotFields.CreditCode
                    ? FirmIdentity.Code(text)
                    : CellText.Narrow(text);
        row[column] = Fact.Of(field.Type == FieldType.TextList ? TextLists.Join(text) : WithoutControl(text));
    }

    /// <summary>Fields by which records are found and joined; a spreadsheet that makes a number of them loses digits.</summary>
    private static bool IsCode(Field field) =>
        field == PlotFields.Plot
        || field == PlotFields.County
        || field == PlotFields.ParcelCodes
        || field == PlotFields.CreditCode
        || field == PlotFields.SupervisionNumber
        || field == PlotFields.ContractNumber
        || field == PlotFields.GrantedUseCode
        || field == PlotFields.ActualUseCode
        || field == RowFields.FirmCode;

    /// <summary>3.31102E+18: what a spreadsheet makes of a long code.</summary>
    private static bool IsScientific(string text)
    {
        var mark = text.IndexOfAny(['E', 'e']);
        return mark > 0
            && mark + 2 < text.Length
            && text[mark + 1] == '+'
            && !text.AsSpan(mark + 2).ContainsAnyExceptInRange('0', '9')
            && decimal.TryParse(
                text.AsSpan(0, mark),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _
            );
    }

    private static string WithoutControl(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0
            ? text
            : string.Join(
                ' ',
                text.Split([.. Enumerable.Range(0, 32).Select(i => (char)i)], StringSplitOptions.RemoveEmptyEntries)
            );

    private static void ReadNumber(RowCells row, MappedColumn column, string text)
    {
        var field = column.Field;
        var digits = field == RowFields.Year ? WithoutYearMark(text) : text;
        if (!TryRead(field, digits, out var written))
        {
            // Terms by use ("商业40年; 住宅50年") are no single number, and nothing is judged by them.
            if (field == PlotFields.TermYears)
                row.Warn("number.invalid", column, text);
            // 1/3 of a plot is seldom a decimal of mu, and at exactly a third the law turns.
            else if (field.Unit == Unit.Mu && NumberText.TryReadFraction(text, out _))
                row.Refuse("number.fraction", column, text);
            else
                row.Refuse("number.invalid", column, text);
            return;
        }
        var unit = column.Unit;
        if (written.Unit is not null && (unit = written.Unit.For(field.Unit)) is null)
        {
            row.Refuse("unit.wrong", column, text);
            return;
        }
        if (written.Number == 0 && column.ZeroIsUnknown)
        {
            row.Note("number.zero-unknown", column, text);
            return;
        }
        if (written.About)
            row.Warn("number.approximate", column, text);
        if (written.Digits > MostDigits && !IsNoiseOfDouble(written.Number))
            row.Note("number.digits", column, text);
        var number = unit?.ToFact(written.Number) ?? written.Number;
        if (written.Unit is null && number != 0)
            row.NoteUnit(column, text, number);
        if (NumberRange.Of(field) is { } range && !range.Holds(number))
        {
            if (written.Unit is null && number > 0 && UnstatedArea.Is(column))
                new UnstatedArea(column, text, number).Refuse(row);
            else
                row.Refuse("number.implausible", column, text, range.Bounds());
            return;
        }
        row[column] = Fact.Of(StoredNumber.Rounded(number), field.Unit);
    }

    private static bool TryRead(Field field, ReadOnlySpan<char> text, out WrittenNumber written)
    {
        if (NumberText.TryRead(text, out written))
            return true;
        if (field.Type != FieldType.Share || !NumberText.TryReadFraction(text, out var share))
            return false;
        written = new(share, FileUnit.Find("share"), About: false, Digits: 1, Decimals: 0);
        return true;
    }

    /// <summary>106.200000000000003: how formats with binary numbers write 106.2. Nothing is lost with the digits.</summary>
    private static bool IsNoiseOfDouble(decimal number) =>
        decimal.TryParse(
            ((double)number).ToString("R", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var shortest
        ) && StoredNumber.Fits(shortest);

    private static ReadOnlySpan<char> WithoutYearMark(string text) => text.AsSpan().TrimEnd("年度").TrimEnd();
}
