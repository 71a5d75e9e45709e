using LandLedger.Filters;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>A column as the file names it. For a boundary text the titles are the names of its plot-line parts.</summary>
/// <param name="Title">Title as written, trimmed; several header rows joined by "/".</param>
/// <param name="Index">0-based position in <see cref="RawRow.Cells"/>.</param>
public sealed record RawColumn(string Title, int Index)
{
    /// <summary>What the format says of all values of the column; null where it says nothing.</summary>
    public FilterType? Type { get; init; }

    /// <summary>Whether the title takes all the room that the format has for one, so that its end may be missing.</summary>
    public bool MayBeCut { get; init; }
}

/// <summary>What a file says about its coordinates. Nothing here is a guess.</summary>
/// <param name="Code">e.g. "EPSG:4528", or null when the file does not say.</param>
/// <param name="Wkt">WKT1 of the system when there is no known code, else null.</param>
/// <param name="Note">What was read where (header words, .prj name), for messages.</param>
public sealed record CrsDeclaration(string? Code, string? Wkt = null, string? Note = null)
{
    public static CrsDeclaration None { get; } = new(Code: null);
}

/// <summary>
/// A geometry as written: of polygons rings of interleaved x, y (x = easting or longitude, y = northing or latitude by what the
/// file declares), the first ring of a part its shell; of points and lines the positions in their order. Nothing is checked or
/// closed yet.
/// </summary>
/// <param name="Kind">"Polygon" and "MultiPolygon" can become a boundary, points and lines a feature of a layer only.</param>
public sealed record RawShape(string Kind, IReadOnlyList<IReadOnlyList<double[]>> Parts)
{
    /// <summary>A shape that stands in the file and could not be read. The file's own issues say why; the record is refused.</summary>
    public static RawShape Unread { get; } = new("Unread", []);

    /// <summary>Why a shape that stands in the file could not be read; its record is refused for it.</summary>
    public CellTrouble? Trouble { get; init; }

    /// <summary>Whether a shape stands in the file and could not be read.</summary>
    public bool IsUnread => Kind == Unread.Kind;

    /// <summary>A shape that could not be read, with the reason.</summary>
    public static RawShape Failed(CellTrouble trouble) => Unread with { Trouble = trouble };

    /// <summary>"EPSG:n" where the shape itself says so (an SRID in its text), else null.</summary>
    public string? Crs { get; init; }

    /// <summary>1-based line of each ring's first point where the format has lines, for messages.</summary>
    public IReadOnlyList<int>? Lines { get; init; }
}

/// <summary>Why a cell could not be read: the code of an issue and the values of its sentence.</summary>
public sealed record CellTrouble(string Code, params (string Name, string Value)[] Arguments);

/// <summary>One record: texts as written (null for an absent cell) and its shape, if any. <see cref="Line"/> as the user sees it.</summary>
public sealed record RawRow(int Line, string?[] Cells, RawShape? Shape = null)
{
    /// <summary>Whether a text ends with it without a line break, so that its end may be missing.</summary>
    public bool IsUnended { get; init; }
}

/// <summary>
/// One table or layer of a file, opened. Rows stream; reading them may add to <see cref="Issues"/>. Dispose closes the file.
/// </summary>
public abstract class RawFile : IDisposable
{
    /// <summary>Name for messages: file name without folder, "#sheet" or "#layer" added where there are several.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the sheet that it is of a workbook, or null.</summary>
    public string? Sheet { get; init; }

    public required IReadOnlyList<RawColumn> Columns { get; init; }

    /// <summary>False where the format and not the file names the columns; nobody needs to hear which of them are not read.</summary>
    public virtual bool NamesItsColumns => true;

    /// <summary>Whether its records come with outlines. These are read before tables, so that what tables state is held against them.</summary>
    public virtual bool HasOutlines => false;

    /// <summary>Texts above the header of a table (title, "单位：万元、亩"), one a cell; they may state units.</summary>
    public IReadOnlyList<string> Heading { get; init; } = [];

    /// <summary>What the geometry of its records is called.</summary>
    public virtual string GeometryName => "geometry";

    /// <summary>Whether <see cref="RawRow.Line"/> is the number that the file itself gives a record.</summary>
    public virtual bool NumbersRecords => false;

    /// <summary>
    /// Blocks below the header that a workbook shows as one cell; rows are lines less one. Their value stands in every row of the
    /// first column of the block.
    /// </summary>
    public IReadOnlyList<CellSpan> Merged { get; init; } = [];

    public CrsDeclaration Crs { get; init; } = CrsDeclaration.None;

    /// <summary>Problems of the file itself and of rows that could not even be split into cells.</summary>
    public List<ImportIssue> Issues { get; } = [];

    /// <summary>Share of the file read so far, 0 to 1, for a progress bar.</summary>
    public virtual double Progress => 0;

    /// <summary>
    /// An outline written in a cell (well-known text), or the code of an issue. Formats that keep outlines apart need not read any.
    /// </summary>
    public virtual (RawShape? Shape, CellTrouble? Trouble) ShapeOf(string text) =>
        (null, new CellTrouble("shape.unreadable", ("position", "1")));

    public abstract IEnumerable<RawRow> Rows();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }
}
