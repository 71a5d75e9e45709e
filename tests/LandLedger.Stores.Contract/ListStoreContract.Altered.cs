using System.Text;
using LandLedger.Formats.Lists;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Ledger;
using Xunit;

namespace LandLedger.Stores.Contract;

public abstract partial class ListStoreContract
{
    [Theory]
    [InlineData("UPDATE {0}disposal_lists SET state = 'closed'", "list")]
    [InlineData("UPDATE {0}disposal_lists SET sha256 = 'x'", "list")]
    [InlineData("UPDATE {0}disposal_lists SET says = replace(says, '王办', '赵')", "list")]
    [InlineData("DELETE FROM {0}disposal_list_steps WHERE seq = 1", "step-1")]
    [InlineData("UPDATE {0}disposal_list_steps SET says = replace(says, '甲', '乙') WHERE seq = 2", "step-2")]
    public void A_list_or_step_that_somebody_altered_or_took_away_is_found(string sql, string field)
    {
        Walk();

        Sql(sql);

        Assert.Equal([$"differs lists/2027-001 {field}"], Faults());
    }

    [Fact]
    public void A_list_that_somebody_took_away_or_added_is_found()
    {
        Issued(Issue());
        Sql("UPDATE {0}disposal_lists SET number = 'x'");

        Assert.Equal(["not-told lists/x", "not-stored lists/2027-001"], Faults());
        Assert.Equal("list-damaged", Assert.Throws<StoreException>(() => Book.List().ToList()).Code);
    }

    /// <summary>The whole chain behind the row is written anew, as who can write the store may do: the digest of the rows still tells.</summary>
    [Fact]
    public void A_frozen_row_that_somebody_altered_is_found_even_where_the_chain_was_written_anew()
    {
        var list = Walk();

        Rewrite(text => text.Replace("\"holder\":\"王小明\"", "\"holder\":\"赵小明\"", StringComparison.Ordinal));

        Assert.Equal(["differs lists/2027-001 sha256"], Faults());
        Assert.Equal("ledger", Assert.Throws<StoreException>(() => Book.Rows(list).ToList()).Code);
    }

    [Fact]
    public void A_frozen_row_that_was_altered_in_its_place_breaks_the_chain_behind_it()
    {
        Walk();
        var row = Store.Ledger.About("rows/2027-001/0000002").Single();
        var altered = Encoding.UTF8.GetString(row.Bytes.Span).Replace("A-2", "A-9", StringComparison.Ordinal);

        Unguard();
        Sql($"UPDATE {{0}}ledger SET entry = {Literal(altered)} WHERE number = {row.Number}");

        Assert.Contains("before rows/2027-001/0000003", Faults());
        Assert.Contains("differs lists/2027-001 sha256", Faults());
    }

    [Fact]
    public void A_store_that_is_made_anew_has_the_lists_that_had_been_issued_by_then()
    {
        var list = Walk();
        Issued(Issue(at: Now.AddDays(1)));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.gpkg");
        try
        {
            using var made = GeoPackageStore.Open(path, StoreMode.Create);
            Assert.True(Rebuild.Into(made, Store.Ledger, Now.AddHours(1)));

            var book = new ListBook(made);
            var found = Assert.Single(book.List());
            Assert.Equal(2, found.Steps.Count);
            Assert.Equal(list.Files, ListFile.Digests(book.Contents(found)));
            Assert.Empty(LedgerCheck.Faults(made.Ledger).Concat(ProjectionCheck.Faults(made)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_is_read_is_another_state_once_a_list_is_issued()
    {
        _ = Store;
        using var reader = OpenAgain();
        var (state, stamp) = (reader.State(), reader.Stamp());

        Issued(Issue());

        Assert.NotEqual(state, reader.State());
        Assert.NotEqual(stamp, Store.Stamp());
    }

    [Fact]
    public void In_public_names_are_masked_and_prices_figures_and_outlines_left_out()
    {
        var list = Issued(Issue());

        var open = Book.Public(list);

        Assert.Equal("public@2026.2", open.Basis.Redaction);
        Assert.DoesNotContain(open.Columns, column => column.Id is "price" or "tax_per_mu" or "idle_fee" or "reason");
        var holder = open.Columns.Single(column => column.Id == "holder");
        var location = open.Columns.Single(column => column.Id == "location");
        Assert.Equal(["王**", "浙江****公司", "浙江****公司"], open.Lines.Select(line => line[holder].Text));
        Assert.Equal("路 1 号，=cmd，王** ****", open.Lines.First()[location].Text);
        foreach (var (form, bytes) in Bytes(open).Where(file => file.Key != ListForm.Xlsx))
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String(bytes));
            Assert.DoesNotContain("小明", text, StringComparison.Ordinal);
            Assert.DoesNotContain("龙鼎", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1000000", text, StringComparison.Ordinal);
            Assert.DoesNotContain("coordinates", text, StringComparison.Ordinal);
            Assert.Contains("2027-001", text, StringComparison.Ordinal);
            Assert.True(form == ListForm.Csv || text.Contains("public@2026.2", StringComparison.Ordinal));
        }
    }

    /// <summary>A published list with an objection: two steps, all within the hour.</summary>
    private IssuedList Walk()
    {
        var list = Issued(Issue());
        foreach (var step in (ListStep[])[Publication, Objection(1)])
            list = Issued(Book.Take(list.Number, step, Recorded(Now.AddMinutes(1))));
        return list;
    }

    /// <summary>Writes each entry anew with other words, and the hashes so that they fit.</summary>
    private void Rewrite(Func<string, string> words)
    {
        var head = LedgerHead.None;
        var before = LedgerHead.None;
        Unguard();
        foreach (var row in Store.Ledger.Rows().ToList())
        {
            var text = Encoding.UTF8.GetString(row.Bytes.Span);
            head = head.Then(row.Bytes.Span);
            if (row.About.StartsWith("rows/", StringComparison.Ordinal))
                text = words(text);
            text = text.Replace(LedgerEntry.Read(row.Bytes)!.Before, before.Hash, StringComparison.Ordinal);
            before = before.Then(Encoding.UTF8.GetBytes(text));
            Sql($"UPDATE {{0}}ledger SET entry = {Literal(text)} WHERE number = {row.Number}");
        }
        Assert.NotEqual(head, before);
        Sql($"UPDATE {{0}}ledger_head SET hash = '{before.Hash}'");
    }

    /// <summary>The bytes of a text as both kinds of SQL write them.</summary>
    protected abstract string Literal(string text);
}
